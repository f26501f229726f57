import { Text, View } from '@tarojs/components'
import type { Answer, QuestionView } from '@domain/survey/contract'
import { Card, Field, Icon, Label, Section } from '@/ui'
import { control, region } from '@/ui/control'
import { useTexts } from '../texts'
import '../survey.css'

interface Props {
  questions: readonly QuestionView[]
  answers: readonly Answer[]
  onChange: (answers: Answer[]) => void
  /** The error of each answer, by the question's index. */
  wrong?: (question: number) => string | undefined
}

/** The questions with their answer fields. */
export function Questions({ questions, answers, onChange, wrong }: Props) {
  const put = (n: number, answer: Answer) =>
    onChange(questions.map((_, at) => (at === n ? answer : (answers[at] ?? null))))
  return (
    <>
      {questions.map((question, n) => (
        <Card key={n} id={`question-${n}`}>
          <View className="ask-whole">
            <Label text="" wrong={wrong?.(n)}>
              <Text className="ask-text">
                {n + 1}. {question.text}
              </Text>
              <Hint question={question} />
              <Blank
                n={n}
                question={question}
                answer={answers[n] ?? null}
                onChange={answer => put(n, answer)}
              />
            </Label>
          </View>
        </Card>
      ))}
    </>
  )
}

function Hint({ question: { kind, required } }: { question: QuestionView }) {
  const t = useTexts()
  return (
    <Text className="ask-hint">
      {[kind === 'multiple' ? t('severalHint') : '', required ? '' : t('optional')]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  )
}

interface BlankProps {
  n: number
  question: QuestionView
  answer: Answer
  onChange: (answer: Answer) => void
}

/** The answer field of a question, by its type. */
function Blank({ n, question, answer, onChange }: BlankProps) {
  const t = useTexts()
  if (question.kind === 'text')
    return (
      <Field
        id={`answer-${n}`}
        long
        label=""
        hint={t('yourWords')}
        value={typeof answer === 'string' ? answer : ''}
        most={500}
        onChange={onChange}
      />
    )
  if (question.kind === 'scale')
    return <Scale n={n} question={question} answer={answer} onChange={onChange} />
  return <Options n={n} question={question} answer={answer} onChange={onChange} />
}

/** Chooses one option or several. A second tap removes the choice unless an answer is required. */
function Options({ n, question: { kind, text, options, required }, answer, onChange }: BlankProps) {
  const chosen = Array.isArray(answer) ? answer : []
  const several = kind === 'multiple'
  const tap = (option: number) => {
    const without = chosen.filter(each => each !== option)
    if (several)
      return onChange(chosen.includes(option) ? without : [...chosen, option].sort((a, b) => a - b))
    onChange(chosen.includes(option) && !required ? null : [option])
  }
  return (
    <View className="options" {...region(several ? 'list' : 'radiogroup', text)}>
      {options.map((option, at) => {
        const on = chosen.includes(at)
        return (
          <View
            key={at}
            className={`option${on ? ' option-on' : ''}`}
            hoverClass="pressed"
            {...control(several ? 'checkbox' : 'radio', {
              label: option,
              checked: on,
              id: `answer-${n}-${at}`,
              onTap: () => tap(at),
            })}
          >
            <View className={`option-mark${several ? ' option-square' : ''}`}>
              {on ? <Icon name="check" /> : null}
            </View>
            <Text className="option-text">{option}</Text>
          </View>
        )
      })}
    </View>
  )
}

function Scale({ n, question: { text, required }, answer, onChange }: BlankProps) {
  const t = useTexts()
  return (
    <View {...region('radiogroup', text)}>
      <View className="scale">
        {[1, 2, 3, 4, 5].map(step => {
          const on = answer === step
          return (
            <View
              key={step}
              className={`scale-step${on ? ' scale-on' : ''}`}
              hoverClass="pressed"
              {...control('radio', {
                label: t('scaleOf', { question: text, n: step }),
                checked: on,
                id: `answer-${n}-${step}`,
                onTap: () => onChange(on && !required ? null : step),
              })}
            >
              <Text>{step}</Text>
            </View>
          )
        })}
      </View>
      <View className="scale-ends">
        <Text className="quiet">{t('scaleLow')}</Text>
        <Text className="quiet">{t('scaleHigh')}</Text>
      </View>
    </View>
  )
}

/** The questions for a user who cannot vote. */
export function QuestionsOnly({ questions }: { questions: readonly QuestionView[] }) {
  const t = useTexts()
  return (
    <Section title={t('questions')}>
      {questions.map((question, n) => (
        <Card key={n}>
          <Text className="ask-text">
            {n + 1}. {question.text}
          </Text>
          <Hint question={question} />
          {question.options.map((option, at) => (
            <Text key={at} className="only-option">
              {option}
            </Text>
          ))}
        </Card>
      ))}
    </Section>
  )
}
