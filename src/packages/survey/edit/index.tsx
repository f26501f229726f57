import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useDraft } from '@/state/draft'
import { useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Button, Choice, Field, Label, Section } from '@/ui'
import { FailureNote, Page } from '@/widgets'
import { AudienceField } from '@/widgets/audience-field'
import { EnglishPart } from '@/ui/english-part'
import { toast } from '@/device/platform'
import { PushField } from '@/widgets/push-field'
import { UntilField } from '@/ui/until-field'
import { useTexts } from '../texts'
import { blank, missing, mostQuestions, newQuestion, toInput, type Asked, type Draft } from './draft'
import { SurveyPreview } from './preview'
import { QuestionEditor } from './question'

/** The form of a vote or survey; a preview as residents will see it comes before it starts. */
export default function EditPage() {
  useKnownSession()
  const t = useTexts()
  const [draft, patch, clear] = useDraft<Draft>('survey', blank)
  const [checked, setChecked] = useState(false)
  const [looking, setLooking] = useState(false)
  const publish = useSend(requestId => cloud.survey.publish(toInput(draft), { requestId }), 'survey')
  const wrong = checked ? missing(draft, Date.now()) : {}
  const problem = (field: string): string | undefined =>
    wrong[field] ? t(wrong[field]) : publish.failure?.fields?.[field]

  const look = () => {
    setChecked(true)
    const [first] = Object.values(missing(draft, Date.now()))
    if (first) return toast(t(first))
    publish.clear()
    setLooking(true)
  }
  const begin = async () => {
    const made = await publish.run()
    if (!made) return
    clear()
    toast(t('begun'))
    void Taro.redirectTo({ url: `/packages/survey/survey/index?id=${made.id}` })
  }

  return (
    <Page
      title={t('editTitle')}
      id="page-survey-edit"
      who={['butler', 'manager']}
      foot={<Button id="look" text={t('look')} onTap={look} />}
      over={
        looking ? (
          <SurveyPreview draft={draft} sending={publish} onSend={begin} onClose={() => setLooking(false)} />
        ) : null
      }
    >
      <Field
        id="title"
        label={t('title')}
        hint={t('titleHint')}
        value={draft.title}
        most={40}
        wrong={problem('title')}
        onChange={title => patch({ title })}
      />
      <Field
        id="body"
        long
        label={t('body')}
        hint={t('bodyHint')}
        value={draft.body}
        most={1000}
        wrong={problem('body')}
        onChange={body => patch({ body })}
      />
      <EnglishPart on={draft.english} onChange={english => patch({ english })}>
        <Field
          id="title-en"
          label={t('titleEn')}
          value={draft.titleEn}
          most={80}
          wrong={problem('titleEn')}
          onChange={titleEn => patch({ titleEn })}
        />
        <Field
          id="body-en"
          long
          label={t('bodyEn')}
          value={draft.bodyEn}
          most={2000}
          wrong={problem('bodyEn')}
          onChange={bodyEn => patch({ bodyEn })}
        />
      </EnglishPart>
      <QuestionList
        questions={draft.questions}
        english={draft.english}
        onChange={questions => patch({ questions })}
        problem={problem}
      />
      <AudienceField
        value={draft.audience}
        wrong={problem('audience.ids')}
        onChange={audience => patch({ audience })}
      />
      <RulesFields draft={draft} patch={patch} problem={problem} />
      <UntilField
        label={t('until')}
        value={draft.until}
        wrong={problem('endsAt')}
        onChange={until => patch({ until })}
      />
      <PushField
        value={draft.push}
        audience={draft.audience}
        about="survey"
        onChange={push => patch({ push })}
      />
      {publish.failure && !looking ? <FailureNote failure={publish.failure} /> : null}
    </Page>
  )
}

type Problem = (field: string) => string | undefined

function QuestionList({
  questions,
  english,
  onChange,
  problem,
}: {
  questions: readonly Asked[]
  english: boolean
  onChange: (questions: Asked[]) => void
  problem: Problem
}) {
  const t = useTexts()
  return (
    <Section title={t('questions')}>
      {questions.map((question, n) => (
        <QuestionEditor
          key={n}
          n={n}
          question={question}
          english={english}
          problem={field => problem(`questions.${n}.${field}`)}
          onChange={next => onChange(questions.map((one, at) => (at === n ? next : one)))}
          onRemove={questions.length > 1 ? () => onChange(questions.filter((_, at) => at !== n)) : undefined}
        />
      ))}
      {questions.length < mostQuestions ? (
        <Button
          id="add-question"
          kind="plain"
          icon="plus"
          text={t('addQuestion')}
          onTap={() => onChange([...questions, newQuestion])}
        />
      ) : null}
    </Section>
  )
}

/** How votes are counted, and whether they are anonymous. */
function RulesFields({
  draft,
  patch,
  problem,
}: {
  draft: Draft
  patch: (change: Partial<Draft>) => void
  problem: Problem
}) {
  const t = useTexts()
  return (
    <>
      {draft.audience.kind === 'roles' ? (
        <Label text={t('unit')} wrong={problem('unit')}>
          <Text className="quiet">{t('rolesVote')}</Text>
        </Label>
      ) : (
        <>
          <Label text={t('unit')} wrong={problem('unit')}>
            <Choice
              name="unit"
              label={t('unit')}
              columns={2}
              value={draft.unit}
              options={[
                { value: 'house', text: t('perHouse') },
                { value: 'person', text: t('perPerson') },
              ]}
              onChange={unit => patch({ unit })}
            />
          </Label>
          <Label text={t('voters')}>
            <Choice
              name="voters"
              label={t('voters')}
              columns={2}
              value={draft.voters}
              options={[
                { value: 'owners', text: t('ownersOnly') },
                { value: 'everybody', text: t('everybody') },
              ]}
              onChange={voters => patch({ voters })}
            />
          </Label>
        </>
      )}
      <Label text={t('secrecy')}>
        <Choice
          name="secrecy"
          label={t('secrecy')}
          columns={2}
          value={draft.anonymous ? 'anonymous' : 'named'}
          options={(['anonymous', 'named'] as const).map(value => ({ value, text: t(value) }))}
          onChange={secrecy => patch({ anonymous: secrecy === 'anonymous' })}
        />
        <Text className="quiet hint">{t(draft.anonymous ? 'anonymousMeans' : 'namedMeans')}</Text>
      </Label>
    </>
  )
}
