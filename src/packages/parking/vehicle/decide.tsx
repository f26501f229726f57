import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RegistrationView } from '@domain/parking/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { useTexts } from '@/i18n/texts'
import { Button, Choice, FailureNote, Field, Label, Section, Sheet } from '@/ui'
import { toast } from '@/ui/platform'
import { estateDayAhead, estateInstant } from '@/ui/when'
import { Plan } from '../lib/plan'
import { texts } from '../texts'

const dayMs = 86_400_000
const choices = { monthly: ['30', '90', '180', '360'], temporary: ['7', '15', '30'], owned: ['', '360'] } as const

/** The end of a day so many days ahead, counted from the end of a permit that still runs. */
function untilOf(days: string, from: string | null): string | undefined {
  if (days === '') return undefined
  const start = Math.max(Date.now(), from === null ? 0 : Date.parse(from) - 60_000)
  const ahead = Math.round((start - Date.now()) / dayMs) + Number(days) - (start > Date.now() ? 0 : 1)
  return estateInstant(estateDayAhead(ahead), '23:59')
}

/** The butler's yes, with a space off the plan, or no, with a reason. */
export function Decide({ vehicle, put }: { vehicle: RegistrationView; put: (next: RegistrationView) => void }) {
  const x = useTexts(texts)
  const renewal = vehicle.state === 'renewing' || vehicle.state === 'expired'
  const [days, setDays] = useState<string>(choices[vehicle.permit][0])
  const [space, setSpace] = useState<string>()
  const [refusing, setRefusing] = useState(false)
  const [round, setRound] = useState(0)
  const approve = useSend((requestId) => {
    const until = untilOf(days, renewal ? vehicle.until : null)
    return cloud.parking.approve({ id: vehicle.id, ...(space ? { space } : {}), ...(until ? { until } : {}) }, { requestId })
  })
  const tap = async () => {
    const next = await approve.run()
    if (!next) return setRound(round + 1)
    toast(x(next.state === 'waiting' ? 'inLine' : 'approved'))
    put(next)
  }
  const withPlan = !renewal && vehicle.permit !== 'temporary'
  const option = (value: string) => ({ value, text: value === '' ? x('forGood') : Number(value) >= 30 ? x('nMonths', { n: Number(value) / 30 }) : x('nDays', { n: value }) })
  return (
    <>
      <Section title={x('howLong')}>
        <Choice name='days' label={x('howLong')} columns={2} value={days} options={choices[vehicle.permit].map(option)} onChange={setDays} />
      </Section>
      {withPlan ? <Section title={x('chooseSpace')}><Plan vehicle={vehicle.vehicle} area={vehicle.area} chosen={space} round={round} onTap={({ no, state }) => { if (state === 'free') setSpace(space === no ? undefined : no) }} /></Section> : null}
      {approve.failure ? <FailureNote failure={approve.failure} /> : null}
      <View className='buttons'>
        <Button id='reject' kind='danger' text={x('reject')} onTap={() => setRefusing(true)} />
        <Button id='approve' text={renewal ? x('extend') : space ? x('approveAt', { no: space }) : x(withPlan ? 'putInLine' : 'approve')} busy={approve.busy} onTap={tap} />
      </View>
      {refusing ? <Refuse vehicle={vehicle} onDone={(next) => { setRefusing(false); toast(x('rejected')); put(next) }} onClose={() => setRefusing(false)} /> : null}
    </>
  )
}

function Refuse({ vehicle, onDone, onClose }: { vehicle: RegistrationView; onDone: (next: RegistrationView) => void; onClose: () => void }) {
  const x = useTexts(texts)
  const [reason, setReason] = useState('')
  const reject = useSend(requestId => cloud.parking.reject({ id: vehicle.id, reason: reason.trim() }, { requestId }))
  return (
    <Sheet id='reject-sheet' title={x('reject')} onClose={onClose}>
      <Label text=''><Field id='reason' long label={x('rejectWhy')} hint={x('rejectHint')} value={reason} most={200} wrong={reject.failure?.fields?.reason} onChange={setReason} /></Label>
      {reject.failure && !reject.failure.fields ? <FailureNote failure={reject.failure} /> : null}
      <Button id='do-reject' kind='danger' text={x('reject')} busy={reject.busy} disabled={!reason.trim()} onTap={async () => { const next = await reject.run(); if (next) onDone(next) }} />
    </Sheet>
  )
}
