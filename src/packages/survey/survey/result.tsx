import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { QuestionResult, SurveyView } from '@domain/survey/contract'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { Button, Card, Empty, Section } from '@/ui'
import { States } from '@/widgets'
import { handle } from '@/ui/control'
import { percentOf, ShareBar } from '@/ui/share-bar'
import { Rules } from '../lib/about'
import { Turnout } from '../lib/turnout'
import { useTexts } from '../texts'
import '../survey.css'

/** The result: the turnout, and a chart for each question. */
export function Result({ survey }: { survey: SurveyView }) {
  const t = useTexts()
  const results = useLoad(() => cloud.survey.results({ id: survey.id }), [survey.id])
  return (
    <States of={results} cards={2}>
      {({ votes, of, hidden, questions }) => (
        <>
          <Section title={t('turnout')}>
            <Card>
              <Turnout big unit={survey.unit} votes={votes} of={of} />
            </Card>
          </Section>
          {votes === 0 ? <Empty icon="ballot" title={t('nobodyVoted')} /> : null}
          {votes > 0 && hidden ? <Empty icon="lock" title={t('hiddenTitle')} hint={t('hiddenHint')} /> : null}
          {votes === 0 || hidden ? null : (
            <Section title={t('result')}>
              {questions.map((result, n) => (
                <Answered key={n} n={n} result={result} />
              ))}
            </Section>
          )}
          <Section title={t('howVoted')}>
            <Card>
              <Rules of={survey} />
            </Card>
          </Section>
        </>
      )}
    </States>
  )
}

function Answered({ n, result }: { n: number; result: QuestionResult }) {
  const t = useTexts()
  const {
    question: { kind, text },
    answered,
  } = result
  return (
    <Card id={`result-${n}`}>
      <Text className="ask-text">
        {n + 1}. {text}
      </Text>
      <Text className="quiet">
        {[
          answered === 1 ? t('answeredOne') : t('answered', { n: answered }),
          kind === 'multiple' ? t('severalSum') : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {kind === 'text' ? <Said texts={result.texts} /> : <Bars result={result} />}
    </Card>
  )
}

/** The most frequent option stands out by its font weight, not by a second colour. */
function Bars({
  result: {
    question: { kind, options },
    counts,
    answered,
  },
}: {
  result: QuestionResult
}) {
  const t = useTexts()
  const most = Math.max(1, ...counts)
  const names = kind === 'scale' ? counts.map((_, at) => t('points', { n: at + 1 })) : options
  return (
    <>
      {kind === 'scale' && answered > 0 ? <Average counts={counts} answered={answered} /> : null}
      {names.map((name, at) => {
        const count = counts[at] ?? 0
        const number = `${t('votes', { n: count })} · ${percentOf(count, answered)}%`
        return (
          <View key={at} className={`result-line${count === most ? ' result-most' : ''}`}>
            <View className="result-words">
              <Text className="result-option">{name}</Text>
              <Text className="result-number">{number}</Text>
            </View>
            <ShareBar of={answered} parts={[{ value: count, look: 'main' }]} label={`${name}: ${number}`} />
          </View>
        )
      })}
    </>
  )
}

/** The result of a scale from 1 to 5. */
function Average({ counts, answered }: { counts: readonly number[]; answered: number }) {
  const t = useTexts()
  const sum = counts.reduce((all, count, at) => all + count * (at + 1), 0)
  return (
    <View className="result-average">
      <Text>{t('average', { n: (Math.round((10 * sum) / answered) / 10).toFixed(1) })}</Text>
      <Text className="quiet">{t('ofFive')}</Text>
    </View>
  )
}

const textsShown = 5

/** The written answers, in no particular order. */
function Said({ texts: said }: { texts: readonly string[] }) {
  const t = useTexts()
  const [whole, setWhole] = useState(false)
  if (said.length === 0) return <Text className="quiet hint">{t('noTexts')}</Text>
  return (
    <View {...handle('said')}>
      {said.slice(0, whole ? said.length : textsShown).map((text, n) => (
        <Text key={n} className="written-answer">
          {text}
        </Text>
      ))}
      {said.length > textsShown && !whole ? (
        <Button
          id="all-texts"
          kind="quiet"
          text={t('allTexts', { n: said.length })}
          onTap={() => setWhole(true)}
        />
      ) : null}
    </View>
  )
}
