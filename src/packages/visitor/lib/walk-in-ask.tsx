import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { PassView } from '@domain/visitor/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { useLang } from '@/i18n/lang'
import { Button, Card, Icon } from '@/ui'
import { FailureNote } from '@/widgets'
import { toast } from '@/device/platform'
import { useTexts } from '../texts'
import { peopleWords } from './words'

/** Whole seconds until an instant; 0 when it has passed or is missing. */
const secondsTo = (instant: string | null): number =>
  Math.max(0, Math.ceil((Date.parse(instant ?? '') - Date.now()) / 1000) || 0)

/** A countdown of the seconds until an instant. */
export function useSecondsTo(instant: string | null): number {
  const [seconds, setSeconds] = useState(() => secondsTo(instant))
  useEffect(() => {
    setSeconds(secondsTo(instant))
    const timer = setInterval(() => setSeconds(secondsTo(instant)), 1000)
    return () => clearInterval(timer)
  }, [instant])
  return seconds
}

/** A visitor without a pass is at the gate: the household decides. */
export function WalkInAsk({ pass, onAnswer }: { pass: PassView; onAnswer: (pass: PassView) => void }) {
  const t = useTexts()
  const lang = useLang()
  const seconds = useSecondsTo(pass.lapsesAt)
  const decide = useSend((requestId, allow: boolean) =>
    cloud.visitor.decideWalkIn({ id: pass.id, allow }, { requestId }),
  )
  const answer = async (allow: boolean) => {
    const next = await decide.run(allow)
    if (!next) return
    toast(t('answered'))
    onAnswer(next)
  }
  return (
    <Card tone="waiting" id={`asked-${pass.id}`}>
      <View className="ask">
        <Icon name="bell" />
        <Text>{t('askTitle')}</Text>
      </View>
      <Text className="card-text">
        {[pass.name, peopleWords(pass.party, lang), pass.askedAt].filter(Boolean).join(' · ')}
      </Text>
      <Text className="card-meta">
        {pass.state === 'lapsed' ? t('lapsedAsk') : t('answerWithin', { time: seconds })}
      </Text>
      {decide.failure ? <FailureNote failure={decide.failure} /> : null}
      <View className="buttons">
        <Button id={`allow-${pass.id}`} text={t('allow')} busy={decide.busy} onTap={() => answer(true)} />
        <Button
          id={`refuse-${pass.id}`}
          kind="danger"
          text={t('refuse')}
          busy={decide.busy}
          onTap={() => answer(false)}
        />
      </View>
    </Card>
  )
}
