import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Answer, SurveyView } from '@domain/survey/contract'
import { useDraft } from '@/state/draft'
import { Choice, Label } from '@/ui'
import { unanswered } from '../lib/answers'
import { Questions } from '../lib/questions'
import { useTexts } from '../texts'

export type Vote = SurveyView['open'][number]

export interface Filling {
  /** The vote that is being filled in; undefined when the user cannot vote. */
  vote: Vote | undefined
  answers: readonly Answer[]
  put: (answers: Answer[]) => void
  chooseHouse: (houseId: string) => void
  /** The number of unanswered required questions; from then on they are marked. */
  check: () => number
  isMissing: (question: number) => boolean
  /** Called after the vote was sent. */
  clear: () => void
}

/**
 * The vote that a user fills in, kept on the phone until it is sent. With several houses, one vote after the
 * other.
 */
export function useBallot(id: string, survey: SurveyView | undefined): Filling {
  const [draft, patch, forget] = useDraft<{ answers: Answer[]; houseId: string }>(`vote.${id}`, {
    answers: [],
    houseId: '',
  })
  const [checked, setChecked] = useState(false)
  const open = survey?.open ?? []
  const missing = unanswered(survey?.questions ?? [], draft.answers)
  return {
    vote: open.find(each => each.houseId === draft.houseId) ?? open[0],
    answers: draft.answers,
    put: answers => patch({ answers }),
    chooseHouse: houseId => patch({ houseId }),
    check() {
      setChecked(true)
      return missing.length
    },
    isMissing: question => checked && missing.includes(question),
    clear() {
      forget()
      setChecked(false)
    },
  }
}

export function Ballot({
  survey,
  filling: { vote, answers, put, chooseHouse, isMissing },
}: {
  survey: SurveyView
  filling: Filling
}) {
  const t = useTexts()
  const { open, questions, unit } = survey
  if (!vote) return null
  return (
    <>
      {unit === 'house' ? (
        <View className="ballot-house">
          {open.length > 1 ? (
            <Label text={t('whichHouse')}>
              <Choice
                name="ballot"
                label={t('whichHouse')}
                value={vote.houseId ?? undefined}
                options={open.map(({ houseId, house }) => ({
                  value: houseId ?? '',
                  text: t('houseNo', { code: house ?? '' }),
                }))}
                onChange={chooseHouse}
              />
              <Text className="quiet hint">{t('housesLeft', { n: open.length })}</Text>
            </Label>
          ) : (
            <Text className="section-title">{t('forHouse', { code: vote.house ?? '' })}</Text>
          )}
        </View>
      ) : null}
      <Questions
        questions={questions}
        answers={answers}
        onChange={put}
        wrong={n => (isMissing(n) ? t('needAnswer') : undefined)}
      />
    </>
  )
}
