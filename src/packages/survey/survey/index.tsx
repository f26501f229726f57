import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { SurveyView } from '@domain/survey/contract'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { useReadNotice } from '@/state/read-notice'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Button, Card, Empty, Row, Section } from '@/ui'
import { Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { toast } from '@/device/platform'
import { showTime } from '@/i18n/when'
import { About, Rules } from '../lib/about'
import { QuestionsOnly } from '../lib/questions'
import { Stand, Until } from '../lib/survey-card'
import { Turnout } from '../lib/turnout'
import { useTexts, type SurveyText } from '../texts'
import { Ballot, useBallot, type Filling } from './ballot'
import { EndSheet, VoteSheet, type Sheeted } from './sheets'
import { Result } from './result'

/** A survey: its questions, the user's vote and, once it is over, the result. */
export default function SurveyPage() {
  useKnownSession()
  const t = useTexts()
  const { id = '', notice = '' } = useRouter().params
  const loaded = useLoad(() => cloud.survey.get({ id }), [id])
  const [sheet, setSheet] = useState<Sheeted>()
  useReadNotice(notice)
  const survey = loaded.data
  const filling = useBallot(id, survey)
  const close = () => setSheet(undefined)
  const done = (next: SurveyView, said: SurveyText) => {
    close()
    loaded.put(next)
    toast(t(said))
  }
  const tapVote = () => {
    const missing = filling.check()
    if (missing > 0) return toast(t('needAnswers', { n: missing }))
    setSheet('vote')
  }
  return (
    <Page
      title={t('surveyTitle')}
      id="page-survey"
      foot={filling.vote ? <Button id="vote" icon="ballot" text={t('vote')} onTap={tapVote} /> : undefined}
      over={
        <>
          {survey && sheet === 'vote' ? (
            <VoteSheet filling={filling} survey={survey} onDone={done} onClose={close} />
          ) : null}
          {survey && sheet && sheet !== 'vote' ? (
            <EndSheet what={sheet} survey={survey} onDone={done} onClose={close} />
          ) : null}
        </>
      }
    >
      <States of={loaded} cards={3}>
        {shown => (
          <>
            <Head survey={shown} />
            <Content survey={shown} filling={filling} />
            {shown.actions.includes('close') ? <Desk survey={shown} onSheet={setSheet} /> : null}
          </>
        )}
      </States>
    </Page>
  )
}

/** The ballot while the user may vote, the result once it is over, else the state of the survey. */
function Content({ survey, filling }: { survey: SurveyView; filling: Filling }) {
  if (filling.vote) return <Ballot survey={survey} filling={filling} />
  return survey.status === 'over' ? <Result survey={survey} /> : <Stands survey={survey} />
}

/** The rules of voting: above the questions while the survey is open, below the result once it is over. */
function Head({ survey }: { survey: SurveyView }) {
  return (
    <Card>
      <View className="badges stand">
        <Stand survey={survey} />
      </View>
      <About {...survey} />
      {survey.status === 'over' ? null : <Rules of={survey} />}
      <Until survey={survey} />
      {survey.status === 'open' ? <Turnout {...survey} /> : null}
      <Text className="card-meta">{survey.no}</Text>
    </Card>
  )
}

/** Shown when the user cannot vote: the reason, and the questions. */
function Stands({ survey: { status, voted, endsAt, actions, questions } }: { survey: SurveyView }) {
  const t = useTexts()
  const lang = useLang()
  const time = showTime(endsAt, lang)
  if (status === 'cancelled')
    return <Empty icon="close" title={t('cancelledTitle')} hint={t('cancelledHint')} />
  return (
    <>
      {voted ? <Empty icon="check" title={t('votedTitle')} hint={t('votedHint', { time })} /> : null}
      {voted || actions.includes('close') ? null : (
        <Empty icon="ballot" title={t('notYours')} hint={t('notYoursHint', { time })} />
      )}
      <QuestionsOnly questions={questions} />
    </>
  )
}

function Desk({ survey: { id }, onSheet }: { survey: SurveyView; onSheet: (sheet: Sheeted) => void }) {
  const t = useTexts()
  return (
    <Section title={t('manage')}>
      {/* The notice of a survey has the survey's own id. */}
      <View className="card card-list">
        <Row
          id="see-notice"
          icon="megaphone"
          title={t('notice')}
          onTap={() => go(`packages/notice/notice/index?id=${id}`)}
        />
      </View>
      <View className="buttons">
        <Button id="close-survey" kind="plain" text={t('close')} onTap={() => onSheet('close')} />
        <Button id="cancel-survey" kind="danger" text={t('cancel')} onTap={() => onSheet('cancel')} />
      </View>
    </Section>
  )
}
