import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useDraft, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/cloud/session'
import { useTexts } from '@/i18n/texts'
import { Button, Choice, FailureNote, Field, Label, Page, Section } from '@/ui'
import { AudienceField } from '@/ui/audience-field'
import { EnglishPart } from '@/ui/english-part'
import { toast } from '@/ui/platform'
import { PushField } from '@/ui/push-field'
import { UntilField } from '@/ui/until-field'
import { texts } from '../texts'
import { blank, missing, mostQuestions, newQuestion, toInput, type Asked, type Draft } from './draft'
import { SurveyPreview } from './preview'
import { QuestionEditor } from './question'

/** What residents are to be asked: seen as they will see it before it begins. */
export default function EditPage() {
  useKnownSession()
  const x = useTexts(texts)
  const [draft, patch, clear] = useDraft<Draft>('survey', blank)
  const [checked, setChecked] = useState(false)
  const [looking, setLooking] = useState(false)
  const publish = useSend(requestId => cloud.survey.publish(toInput(draft), { requestId }), 'survey')
  const wrong = checked ? missing(draft, Date.now()) : {}
  const problem = (field: string): string | undefined =>
    wrong[field] ? x(wrong[field]) : publish.failure?.fields?.[field]

  const look = () => {
    setChecked(true)
    const [first] = Object.values(missing(draft, Date.now()))
    if (first) return toast(x(first))
    publish.clear()
    setLooking(true)
  }
  const begin = async () => {
    const made = await publish.run()
    if (!made) return
    clear()
    toast(x('begun'))
    void Taro.redirectTo({ url: `/packages/survey/survey/index?id=${made.id}` })
  }

  return (
    <Page
      title={x('editTitle')}
      id="page-survey-edit"
      who={['butler', 'manager']}
      foot={<Button id="look" text={x('look')} onTap={look} />}
      over={
        looking ? (
          <SurveyPreview draft={draft} sending={publish} onSend={begin} onClose={() => setLooking(false)} />
        ) : null
      }
    >
      <Field
        id="title"
        label={x('title')}
        hint={x('titleHint')}
        value={draft.title}
        most={40}
        wrong={problem('title')}
        onChange={title => patch({ title })}
      />
      <Field
        id="body"
        long
        label={x('body')}
        hint={x('bodyHint')}
        value={draft.body}
        most={1000}
        wrong={problem('body')}
        onChange={body => patch({ body })}
      />
      <EnglishPart on={draft.english} onChange={english => patch({ english })}>
        <Field
          id="title-en"
          label={x('titleEn')}
          value={draft.titleEn}
          most={80}
          wrong={problem('titleEn')}
          onChange={titleEn => patch({ titleEn })}
        />
        <Field
          id="body-en"
          long
          label={x('bodyEn')}
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
        label={x('until')}
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
  const x = useTexts(texts)
  return (
    <Section title={x('questions')}>
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
          text={x('addQuestion')}
          onTap={() => onChange([...questions, newQuestion])}
        />
      ) : null}
    </Section>
  )
}

/** How votes count, and what becomes of them. */
function RulesFields({
  draft,
  patch,
  problem,
}: {
  draft: Draft
  patch: (change: Partial<Draft>) => void
  problem: Problem
}) {
  const x = useTexts(texts)
  return (
    <>
      {draft.audience.kind === 'roles' ? (
        <Label text={x('unit')} wrong={problem('unit')}>
          <Text className="quiet">{x('rolesVote')}</Text>
        </Label>
      ) : (
        <>
          <Label text={x('unit')} wrong={problem('unit')}>
            <Choice
              name="unit"
              label={x('unit')}
              columns={2}
              value={draft.unit}
              options={[
                { value: 'house', text: x('perHouse') },
                { value: 'person', text: x('perPerson') },
              ]}
              onChange={unit => patch({ unit })}
            />
          </Label>
          <Label text={x('voters')}>
            <Choice
              name="voters"
              label={x('voters')}
              columns={2}
              value={draft.voters}
              options={[
                { value: 'owners', text: x('ownersOnly') },
                { value: 'everybody', text: x('everybody') },
              ]}
              onChange={voters => patch({ voters })}
            />
          </Label>
        </>
      )}
      <Label text={x('secrecy')}>
        <Choice
          name="secrecy"
          label={x('secrecy')}
          columns={2}
          value={draft.anonymous ? 'anonymous' : 'named'}
          options={(['anonymous', 'named'] as const).map(value => ({ value, text: x(value) }))}
          onChange={secrecy => patch({ anonymous: secrecy === 'anonymous' })}
        />
        <Text className="quiet hint">{x(draft.anonymous ? 'anonymousMeans' : 'namedMeans')}</Text>
      </Label>
    </>
  )
}
