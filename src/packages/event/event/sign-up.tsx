import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { EventView } from '@domain/event/contract'
import { cloud } from '@/cloud/client'
import { askConsent } from '@/cloud/consent'
import { useSend } from '@/cloud/hooks'
import { useTexts } from '@/i18n/texts'
import { Button, FailureNote } from '@/ui'
import { toast } from '@/ui/platform'
import { Stepper } from '../lib/stepper'
import { texts } from '../texts'

interface Props {
  event: EventView
  houseId: string | undefined
  onDone: (next: EventView) => void
}

/** How many, and one tap: a seat, or a place in the line. */
export function SignUp({ event, houseId, onDone }: Props) {
  const x = useTexts(texts)
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
    toast(x(answer.status === 'confirmed' ? 'signedUp' : 'inLine'))
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
        <Text className="foot-hint">{event.left === 0 ? x('tooFewOne') : x('tooFew', { n: party })}</Text>
      )}
      <View className="sign-up">
        {most > 1 ? (
          <Stepper
            label={x('howMany')}
            value={party}
            most={most}
            fewer={x('fewer')}
            more={x('more')}
            onChange={n => {
              signUp.clear()
              setParty(n)
            }}
          />
        ) : null}
        <Button id="sign-up" text={x(fits ? 'signUp' : 'joinLine')} busy={signUp.busy} onTap={tap} />
      </View>
    </>
  )
}

/** A seat is held: one tap takes it. */
export function ConfirmHold({ event, onDone }: Pick<Props, 'event' | 'onDone'>) {
  const x = useTexts(texts)
  const confirm = useSend(requestId => cloud.event.confirmHold({ id: event.id }, { requestId }))
  const tap = async () => {
    askConsent('eventNews')
    const next = await confirm.run()
    if (!next) return
    toast(x('confirmed'))
    onDone(next)
  }
  return (
    <>
      {confirm.failure ? (
        <View className="foot-failure">
          <FailureNote failure={confirm.failure} />
        </View>
      ) : null}
      <Button id="confirm-hold" text={x('confirmHold')} busy={confirm.busy} onTap={tap} />
    </>
  )
}
