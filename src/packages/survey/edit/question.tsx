import { Text, View } from '@tarojs/components'
import { questionKinds } from '@domain/survey/kinds'
import { Button, Card, Choice, Field, Icon, Label } from '@/ui'
import { control } from '@/ui/control'
import { useTexts } from '../texts'
import { hasOptions, mostOptions, type Asked } from './draft'
import '../survey.css'

interface Props {
  /** From 0. */
  n: number
  question: Asked
  english: boolean
  onChange: (question: Asked) => void
  onRemove: (() => void) | undefined
  /** The error of a field such as `text` or `options.1`. */
  problem: (field: string) => string | undefined
}

/** The form of a question: its type, its text and its options. */
export function QuestionEditor({ n, question, english, onChange, onRemove, problem }: Props) {
  const t = useTexts()
  const patch = (change: Partial<Asked>) => onChange({ ...question, ...change })
  return (
    <Card id={`edit-question-${n}`}>
      <Text className="card-title">{t('questionN', { n: n + 1 })}</Text>
      <Label text="">
        <Choice
          name={`kind-${n}`}
          label={t('kindOf', { n: n + 1 })}
          columns={2}
          value={question.kind}
          options={questionKinds.map(value => ({ value, text: t(value) }))}
          onChange={kind => patch({ kind })}
        />
      </Label>
      <Field
        id={`ask-${n}`}
        label={t('ask')}
        value={question.text}
        most={120}
        wrong={problem('text')}
        onChange={text => patch({ text })}
      />
      {english ? (
        <Field
          id={`ask-en-${n}`}
          label={t('askEn')}
          value={question.textEn}
          most={240}
          wrong={problem('textEn')}
          onChange={textEn => patch({ textEn })}
        />
      ) : null}
      {hasOptions(question) ? (
        <Options n={n} question={question} english={english} patch={patch} problem={problem} />
      ) : null}
      <Label text="">
        <Choice
          name={`required-${n}`}
          label={t('requiredLabel', { n: n + 1 })}
          columns={2}
          value={question.required ? 'yes' : 'no'}
          options={[
            { value: 'yes', text: t('required') },
            { value: 'no', text: t('free') },
          ]}
          onChange={required => patch({ required: required === 'yes' })}
        />
      </Label>
      {onRemove ? (
        <Button
          id={`remove-question-${n}`}
          kind="quiet"
          icon="close"
          text={t('removeQuestion')}
          onTap={onRemove}
        />
      ) : null}
    </Card>
  )
}

const leastOptions = 2

function Options({
  n,
  question: { options, optionsEn },
  english,
  patch,
  problem,
}: Pick<Props, 'n' | 'question' | 'english' | 'problem'> & { patch: (change: Partial<Asked>) => void }) {
  const t = useTexts()
  const put = (list: readonly string[], at: number, text: string): string[] =>
    list.map((option, n) => (n === at ? text : option))
  const without = (list: readonly string[], at: number): string[] => list.filter((_, each) => each !== at)
  return (
    <>
      {options.map((option, at) => (
        <View key={at}>
          <View className="editor-option">
            <Field
              id={`option-${n}-${at}`}
              label={t('option', { n: at + 1 })}
              value={option}
              most={60}
              wrong={problem(`options.${at}`)}
              onChange={text => patch({ options: put(options, at, text) })}
            />
            {options.length > leastOptions ? (
              <View
                className="editor-off"
                hoverClass="pressed"
                {...control('button', {
                  label: t('removeOption', { n: at + 1 }),
                  id: `remove-option-${n}-${at}`,
                  onTap: () => patch({ options: without(options, at), optionsEn: without(optionsEn, at) }),
                })}
              >
                <Icon name="close" />
              </View>
            ) : null}
          </View>
          {english ? (
            <Field
              id={`option-en-${n}-${at}`}
              label={t('optionEn', { n: at + 1 })}
              value={optionsEn[at] ?? ''}
              most={120}
              wrong={problem(`optionsEn.${at}`)}
              onChange={text => patch({ optionsEn: put(optionsEn, at, text) })}
            />
          ) : null}
        </View>
      ))}
      {options.length < mostOptions ? (
        <Label text="">
          <Button
            id={`add-option-${n}`}
            kind="quiet"
            icon="plus"
            text={t('addOption')}
            onTap={() => patch({ options: [...options, ''], optionsEn: [...optionsEn, ''] })}
          />
        </Label>
      ) : null}
    </>
  )
}
