import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { EventView } from '@domain/event/contract'
import { cloud } from '@/cloud/client'
import { askConsent } from '@/state/consent'
import { useSend } from '@/cloud/hooks'
import { Button } from '@/ui'
import { FailureNote } from '@/widgets'
import { toast } from '@/device/platform'
import { Stepper } from '../lib/stepper'
import { useTexts } from '../texts'

interface Props {
  event: EventView
  houseId: string | undefined
  onDone: (next: EventView) => void
}

/** The number of people, and one tap for a seat or a place on the waiting list. */
export function SignUp({ event, houseId, onDone }: Props) {
  const t = useTexts()
  const [party, setParty] = useState(1)
  const most = Math.max(1, Math.min(event.partyMost, event.perHouse ?? event.partyMost, event.capacity))
  const fits = party <= event.left
  const signUp = useSend(requestId =>
    cloud.event.signUp({ id: event.id, party, ...(houseId === undefined ? {} : { houseId }) }, { requestId }),
  )
  const tap = async () => {
    askConsent('eventNews')
    const answer = await signUp.run()
    if (!answer) return
    toast(t(answer.status === 'confirmed' ? 'signedUp' : 'inLine'))
    onDone(answer.event)
  }
  return (
    <>
      {signUp.failure ? (
        <View className="foot-failure">
          <FailureNote failure={signUp.failure} />
        </View>
      ) : null}
      {fits ? null : (
        <Text className="foot-hint">{event.left === 0 ? t('tooFewOne') : t('tooFew', { n: party })}</Text>
      )}
      <View className="sign-up">
        {most > 1 ? (
          <Stepper
            label={t('howMany')}
            value={party}
            most={most}
            fewer={t('fewer')}
            more={t('more')}
            onChange={n => {
              signUp.clear()
              setParty(n)
            }}
          />
        ) : null}
        <Button id="sign-up" text={t(fits ? 'signUp' : 'joinLine')} busy={signUp.busy} onTap={tap} />
      </View>
    </>
  )
}

/** A seat is held for the resident: one tap confirms it. */
export function ConfirmHold({ event, onDone }: Pick<Props, 'event' | 'onDone'>) {
  const t = useTexts()
  const confirm = useSend(requestId => cloud.event.confirmHold({ id: event.id }, { requestId }))
  const tap = async () => {
    askConsent('eventNews')
    const next = await confirm.run()
    if (!next) return
    toast(t('confirmed'))
    onDone(next)
  }
  return (
    <>
      {confirm.failure ? (
        <View className="foot-failure">
          <FailureNote failure={confirm.failure} />
        </View>
      ) : null}
      <Button id="confirm-hold" text={t('confirmHold')} busy={confirm.busy} onTap={tap} />
    </>
  )
}
