import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RegistrationView } from '@domain/parking/contract'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { Button, Choice, Section } from '@/ui'
import { FailureNote, States } from '@/widgets'
import { toast } from '@/device/platform'
import { estateDayAhead, estateInstant } from '@/i18n/when'
import { Plan } from '../lib/plan'
import { useTexts } from '../texts'
import { WithReason } from './with-reason'

const minuteMs = 60_000
const choices = {
  monthly: ['30', '90', '180', '360'],
  temporary: ['7', '15', '30'],
  owned: ['', '360'],
} as const

/**
 * The end of a permit of `days` days. The first day is today, or the day after the end of a permit that is
 * still valid.
 */
function untilOf(days: string, from: string | null): string | undefined {
  if (days === '') return undefined
  // A permit ends with a day: a minute earlier is still that day.
  const last = from === null ? 0 : Date.parse(from) - minuteMs
  return estateInstant(
    last > Date.now() ? estateDayAhead(Number(days), last) : estateDayAhead(Number(days) - 1),
    '23:59',
  )
}

/** The butler approves, with a space chosen on the plan, or declines, with a reason. */
export function Decide({
  vehicle,
  put,
}: {
  vehicle: RegistrationView
  put: (next: RegistrationView) => void
}) {
  const t = useTexts()
  const renewal = vehicle.state === 'renewing' || vehicle.state === 'expired'
  const [days, setDays] = useState<string>(choices[vehicle.permit][0])
  const [space, setSpace] = useState<string>()
  const [refusing, setRefusing] = useState(false)
  const [round, setRound] = useState(0)
  const approve = useSend(requestId => {
    const until = untilOf(days, renewal ? vehicle.until : null)
    return cloud.parking.approve(
      { id: vehicle.id, ...(space ? { space } : {}), ...(until ? { until } : {}) },
      { requestId },
    )
  })
  const tap = async () => {
    const next = await approve.run()
    if (!next) {
      setSpace(undefined)
      return setRound(round + 1)
    }
    toast(t(next.state === 'waiting' ? 'inLine' : 'approved'))
    put(next)
  }
  const withPlan = !renewal && vehicle.permit !== 'temporary'
  const areas = useLoad(
    async () =>
      withPlan ? (await cloud.parking.areas({})).items.filter(each => each.vehicle === vehicle.vehicle) : [],
    [vehicle.vehicle],
  )
  // An estate without spaces for this kind of vehicle assigns none.
  const needsSpace = withPlan && areas.data?.length !== 0
  const span = (value: string): string => {
    if (value === '') return t('forGood')
    if (value === '30') return t('oneMonth')
    return Number(value) > 30 ? t('nMonths', { n: Number(value) / 30 }) : t('nDays', { n: value })
  }
  const approval = (): string => {
    if (renewal) return t('extend')
    if (space) return t('approveAt', { no: space })
    return t(needsSpace ? 'chooseFirst' : 'approve')
  }
  return (
    <>
      <Section title={t('howLong')}>
        <Choice
          name="days"
          label={t('howLong')}
          columns={2}
          value={days}
          options={choices[vehicle.permit].map(value => ({ value, text: span(value) }))}
          onChange={setDays}
        />
      </Section>
      {needsSpace ? (
        <Section title={t('chooseSpace')}>
          <States of={areas} cards={2}>
            {items => (
              <Plan
                areas={items}
                wished={vehicle.area}
                chosen={space}
                freeOnly
                round={round}
                onTap={({ no }) => {
                  approve.clear()
                  setSpace(space === no ? undefined : no)
                }}
              />
            )}
          </States>
        </Section>
      ) : null}
      {needsSpace && vehicle.state === 'pending' && !space ? (
        <Button id="put-in-line" kind="quiet" text={t('putInLine')} busy={approve.busy} onTap={tap} />
      ) : null}
      <View className="foot-stays">
        {approve.failure ? <FailureNote failure={approve.failure} /> : null}
        <View className="buttons">
          <Button id="reject" kind="danger" text={t('reject')} onTap={() => setRefusing(true)} />
          <Button
            id="approve"
            text={approval()}
            busy={approve.busy}
            disabled={needsSpace && !space}
            onTap={tap}
          />
        </View>
      </View>
      {refusing ? (
        <WithReason
          id="reject"
          title={t('reject')}
          send={(reason, requestId) => cloud.parking.reject({ id: vehicle.id, reason }, { requestId })}
          onDone={next => {
            setRefusing(false)
            toast(t('rejected'))
            put(next)
          }}
          onClose={() => setRefusing(false)}
        />
      ) : null}
    </>
  )
}
