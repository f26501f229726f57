import { invalid, Refusal } from '../kernel/failure'
import { sortKey } from '../kernel/paging'
import { words, type Words } from '../kernel/words'
import { serialOf } from '../kernel/plate'
import type { Audience } from '../notice/outbox'
import type { MoveAnswer, Permit, RegistrationStatus } from './kinds'
import type { Registration, Space } from './registration'
import type { ParkingSettings } from './settings'
import { isLive } from './states'
import type { ParkingMessage } from './messages'

const day = 24 * 3_600_000
export interface Change {
  set: Partial<Registration>
  notify: { kind: ParkingMessage; to: Audience }[]
  values?: Record<string, string | Words>
}

const household = ({ houseId }: Registration): Audience => ({ house: houseId })
const desk: Audience = { post: 'butler' }

/** The longest terms of permits, in days. */
const maxDays = ({ temporaryDays, monthlyDays }: ParkingSettings): Record<Permit, number> => ({
  temporary: temporaryDays,
  monthly: monthlyDays,
  owned: Infinity,
})

/**
 * The days that a kind of permit allows count from now, or from the end of a permit that is still valid, so
 * that renewing early costs nothing. The last day counts in full.
 * @throws Refusal INVALID_INPUT on `until` when it is missing, past, or too far in the future
 */
export function checkUntil(
  { permit, until: before }: Pick<Registration, 'permit' | 'until'>,
  until: string | undefined,
  now: Date,
  settings: ParkingSettings,
): string | null {
  if (until === undefined) {
    if (permit === 'owned') return null
    throw invalid('until', '请选择有效期', 'Please choose an end date')
  }
  const from = Math.max(now.getTime(), before === null ? 0 : Date.parse(before))
  const days = (Date.parse(until) - from) / day
  const most = maxDays(settings)[permit]
  if (Date.parse(until) <= now.getTime()) throw invalid('until', '有效期要晚于现在', 'Must be in the future')
  if (days >= most + 1) throw invalid('until', `最长 ${String(most)} 天`, `At most ${String(most)} days`)
  return until
}

/** Grants the permit, with the space if there is one. */
export const approve = (
  registration: Registration,
  space: Pick<Space, 'no' | 'area'> | null,
  until: string | null,
  by: string,
): Change => ({
  set: {
    status: 'active',
    until,
    decidedBy: by,
    reminded: false,
    atGate: registration.plate !== null,
    ...(space ? { space: space.no, area: space.area, spaceKey: `${registration.estateId}:${space.no}` } : {}),
  },
  notify: [{ kind: 'approved', to: household(registration) }],
})

/** No space is free: the household keeps its place on the waiting list of the area, or of all areas. */
export function wait(registration: Registration, area: string): Change {
  if (registration.status === 'waiting')
    throw new Refusal('FULL', { words: words('还没有空车位，请等有人退出', 'No space is free yet') })
  return { set: { status: 'waiting', area }, notify: [{ kind: 'waiting', to: household(registration) }] }
}

/** @throws Refusal INVALID_INPUT when the new end is not later than the present one */
export function extend(registration: Registration, until: string | null, by: string): Change {
  if (until !== null && registration.until !== null && until <= registration.until)
    throw invalid('until', '要晚于原来的有效期', 'Must be later than the present end')
  return {
    set: { until, renewal: null, reason: null, decidedBy: by, reminded: false },
    notify: [{ kind: 'renewed', to: household(registration) }],
  }
}

/** Rejects an application, or the renewal of a permit, which stays valid. */
export const reject = (registration: Registration, reason: string, by: string): Change => ({
  set:
    registration.status === 'active'
      ? { renewal: null, reason, decidedBy: by }
      : { status: 'rejected', reason, decidedBy: by },
  notify: [
    { kind: registration.status === 'active' ? 'renewalRejected' : 'rejected', to: household(registration) },
  ],
})

/** Withdraws an application, or hands back the space. */
export const cancel = (registration: Registration): Change => ({
  set: { status: registration.status === 'active' ? 'ended' : 'cancelled', renewal: null, reason: null },
  notify: registration.space === null ? [] : [{ kind: 'freed', to: desk }],
})

/** The desk ends a permit: the household has moved out, or hands it back without a phone. */
export const end = (registration: Registration, reason: string, by: string): Change => ({
  set: { status: 'ended', reason, decidedBy: by },
  notify: [{ kind: 'ended', to: household(registration) }, ...cancel(registration).notify],
})

export const renew = (by: string, now: Date): Change => ({
  set: { renewal: { at: now.toISOString(), by }, reason: null },
  notify: [{ kind: 'renewalAsked', to: desk }],
})

/** Asks the household to move its car; no message says who asked. */
export const askMove = (registration: Registration, move: NonNullable<Registration['move']>): Change => ({
  set: { move },
  notify: [{ kind: 'pleaseMove', to: household(registration) }],
  values: { note: move.note === null ? '' : ` ${move.note}` },
})

/** The household answers. Who asked learns the answer and nothing else: no house, space or state. */
export const answerMove = (
  registration: Registration,
  answer: MoveAnswer,
  said: Words,
  now: Date,
): Change => ({
  set: { move: registration.move && { ...registration.move, answer, answeredAt: now.toISOString() } },
  notify: [{ kind: 'answered', to: { openids: registration.move ? [registration.move.by] : [] } }],
  values: { no: '', state: '已回复', answer: said },
})

/** For the timer: a reminder before the end, and the end once the days of grace are over. */
export function onAlarm(registration: Registration): Change {
  if (!registration.reminded)
    return { set: { reminded: true }, notify: [{ kind: 'endsSoon', to: household(registration) }] }
  return {
    set: { status: 'ended' },
    notify: [{ kind: 'ended', to: household(registration) }, ...cancel(registration).notify],
  }
}

/** What a registration waits for in each status, renewals aside. */
const waitsForIn: Record<RegistrationStatus, Registration['waitsFor']> = {
  pending: 'decision',
  waiting: 'space',
  active: null,
  rejected: null,
  cancelled: null,
  ended: null,
}

/** The key under which a plate is granted. */
export const grantedPlateKey = ({ estateId, plate }: { estateId: string; plate: string | null }): string =>
  `${estateId}:${plate ?? ''}`

/** An application blocks no other house's: anybody can type any plate. */
function plateKeyOf(registration: Registration): string {
  if (registration.plate === null) return registration._id
  const granted = grantedPlateKey(registration)
  return registration.status === 'pending' ? `${granted}:${registration.houseId}` : granted
}

const peopleOf = ({ by, decidedBy, move, renewal }: Registration): string[] => [
  ...new Set([by, decidedBy, move?.by, renewal?.by].flatMap(openid => openid ?? [])),
]

/**
 * The fields that follow from the rest: the timer's next look, the queue, and the keys that keep plate, quota
 * and space unique.
 */
export function deriveFields(
  registration: Registration,
  { remindDays, graceDays }: ParkingSettings,
): Partial<Registration> {
  const { _id, status, plate, until, renewal, reminded } = registration
  const live = isLive(status)
  const waitsFor = renewal === null ? waitsForIn[status] : 'decision'
  const asked = renewal?.at ?? registration.createdAt
  return {
    live,
    waitsFor,
    waitKey: sortKey(new Date(asked), _id),
    atGate: status === 'active' && plate !== null,
    serial: plate === null ? null : serialOf(plate),
    alarm:
      status !== 'active' || until === null || renewal !== null
        ? null
        : new Date(Date.parse(until) + (reminded ? graceDays : -remindDays) * day).toISOString(),
    people: peopleOf(registration),
    plateKey: live ? plateKeyOf(registration) : _id,
    ...(live ? {} : { quotaKey: _id, spaceKey: _id, space: null, insideKey: null }),
  }
}
