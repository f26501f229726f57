import { Text } from '@tarojs/components'
import type { SurveyView } from '@domain/survey/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { Button, Sheet } from '@/ui'
import { FailureNote } from '@/widgets'
import { answersOf } from '../lib/answers'
import { useTexts, type SurveyText } from '../texts'
import type { Filling } from './ballot'

export type Sheeted = 'vote' | 'close' | 'cancel'
interface Props {
  survey: SurveyView
  onDone: (next: SurveyView, said: SurveyText) => void
  onClose: () => void
}

/** Confirms a vote, which is final. A repeated request after a lost reply is recognised by its house. */
export function VoteSheet({
  filling: { vote, answers, clear },
  survey,
  onDone,
  onClose,
}: Props & { filling: Filling }) {
  const t = useTexts()
  const { id, questions, anonymous } = survey
  const house = survey.unit === 'house' ? vote?.house : null
  const send = useSend(
    requestId =>
      cloud.survey.answer(
        { id, ...(vote?.houseId ? { houseId: vote.houseId } : {}), answers: answersOf(questions, answers) },
        { requestId },
      ),
    `vote.${id}.${vote?.houseId ?? ''}`,
  )
  const tap = async () => {
    const next = await send.run()
    if (!next) return
    clear()
    onDone(next, 'voteDone')
  }
  return (
    <Sheet id="vote-sheet" title={house ? t('forHouse', { code: house }) : t('confirm')} onClose={onClose}>
      <Text className="paragraph">{t('voteSure')}</Text>
      <Text className="quiet">{t(anonymous ? 'anonymousMeans' : 'namedMeans')}</Text>
      {send.failure ? <FailureNote failure={send.failure} /> : null}
      <Button id="vote-sure" text={t('voteSend')} busy={send.busy} onTap={tap} />
    </Sheet>
  )
}

/** Ends a survey with a result, or cancels it without one. */
export function EndSheet({ what, survey, onDone, onClose }: Props & { what: 'close' | 'cancel' }) {
  const t = useTexts()
  const end = useSend(requestId => cloud.survey[what]({ id: survey.id }, { requestId }))
  const tap = async () => {
    const next = await end.run()
    if (next) onDone(next, what === 'close' ? 'closed' : 'cancelled')
  }
  return (
    <Sheet id={`${what}-sheet`} title={t(what)} onClose={onClose}>
      <Text className="paragraph">{t(what === 'close' ? 'closeSure' : 'cancelSure')}</Text>
      {end.failure ? <FailureNote failure={end.failure} /> : null}
      <Button
        id={`${what}-sure`}
        kind={what === 'cancel' ? 'danger' : 'main'}
        text={t(what)}
        busy={end.busy}
        onTap={tap}
      />
    </Sheet>
  )
}
