import { invalid, Refusal } from '../kernel/failure'
import { sortKey } from '../kernel/paging'
import { words, type Words } from '../kernel/words'
import { serialOf } from '../kernel/plate'
import type { Audience } from '../notice/outbox'
import type { MoveAnswer } from './contract'
import type { Registration, Space } from './registration'
import type { ParkingSettings } from './settings'
import type { ParkingMessage } from './messages'

const day = 24 * 3_600_000
export interface Change {
  set: Partial<Registration>
  notify: { kind: ParkingMessage; to: Audience }[]
  values?: Record<string, string | Words>
}

const household = ({ houseId }: Registration): Audience => ({ house: houseId })
const desk: Audience = { post: 'butler' }

/**
 * The days that a kind of permit allows are counted from now, or from the end of a permit that still runs: whoever renews in
 * time loses nothing. The last day counts whole.
 * @throws Refusal INVALID_INPUT on `until`: it lies ahead, and no further than that
 */
export function checkUntil(
  { permit, until: before }: Pick<Registration, 'permit' | 'until'>,
  until: string | undefined,
  now: Date,
  { temporaryDays, monthlyDays }: ParkingSettings,
): string | null {
  if (until === undefined) {
    if (permit === 'owned') return null
    throw invalid('until', '请选择有效期', 'Please choose until when')
  }
  const from = Math.max(now.getTime(), before === null ? 0 : Date.parse(before))
  const days = (Date.parse(until) - from) / day
  const most = permit === 'temporary' ? temporaryDays : permit === 'monthly' ? monthlyDays : Infinity
  if (Date.parse(until) <= now.getTime()) throw invalid('until', '有效期要晚于现在', 'Must lie ahead')
  if (days >= most + 1) throw invalid('until', `最长 ${String(most)} 天`, `At most ${String(most)} days`)
  return until
}

/** The permit is given, with the space if there is one. */
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

/** No space is free: the household keeps its place in the order of asking, in the line of an area or, with none, of all. */
export function wait(registration: Registration, area: string): Change {
  if (registration.status === 'waiting')
    throw new Refusal('FULL', { words: words('还没有空车位，请等有人退出', 'No space is free yet') })
  return { set: { status: 'waiting', area }, notify: [{ kind: 'waiting', to: household(registration) }] }
}

/** @throws Refusal INVALID_INPUT when the new end is not later than the old one */
export function extend(registration: Registration, until: string | null, by: string): Change {
  if (until !== null && registration.until !== null && until <= registration.until)
    throw invalid('until', '要晚于原来的有效期', 'Must be later than before')
  return {
    set: { until, renewal: null, reason: null, decidedBy: by, reminded: false },
    notify: [{ kind: 'renewed', to: household(registration) }],
  }
}

/** An application is refused for good; of a permit, its renewal alone. */
export const reject = (registration: Registration, reason: string, by: string): Change => ({
  set:
    registration.status === 'active'
      ? { renewal: null, reason, decidedBy: by }
      : { status: 'rejected', reason, decidedBy: by },
  notify: [
    { kind: registration.status === 'active' ? 'renewalRejected' : 'rejected', to: household(registration) },
  ],
})

/** Taken back, or the space handed back. */
export const cancel = (registration: Registration): Change => ({
  set: { status: registration.status === 'active' ? 'ended' : 'cancelled', renewal: null, reason: null },
  notify: registration.space === null ? [] : [{ kind: 'freed', to: desk }],
})

/** The desk ends a permit that runs: the household has moved out, or hands it back without a phone. */
export const end = (registration: Registration, reason: string, by: string): Change => ({
  set: { status: 'ended', reason, decidedBy: by },
  notify: [{ kind: 'ended', to: household(registration) }, ...cancel(registration).notify],
})

export const renew = (by: string, now: Date): Change => ({
  set: { renewal: { at: now.toISOString(), by }, reason: null },
  notify: [{ kind: 'renewalAsked', to: desk }],
})

/** The household is asked to move its car; who asked is in no message. */
export const askMove = (registration: Registration, move: NonNullable<Registration['move']>): Change => ({
  set: { move },
  notify: [{ kind: 'pleaseMove', to: household(registration) }],
  values: { note: move.note === null ? '' : ` ${move.note}` },
})

/** The owner's household answers; whoever asked is told that and nothing else: neither house nor space nor state. */
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

/** The timer: a reminder before the end, and the end once the days of grace are over. */
export function onAlarm(registration: Registration): Change {
  if (!registration.reminded)
    return { set: { reminded: true }, notify: [{ kind: 'endsSoon', to: household(registration) }] }
  return {
    set: { status: 'ended' },
    notify: [{ kind: 'ended', to: household(registration) }, ...cancel(registration).notify],
  }
}

/** What depends on the rest: the timer's next look, the queue, and the keys that keep plate, quota and space single. */
export function deriveFields(
  registration: Registration,
  { remindDays, graceDays }: ParkingSettings,
): Partial<Registration> {
  const { _id, status, plate, until, renewal, reminded } = registration
  const live = status === 'pending' || status === 'waiting' || status === 'active'
  const waitsFor =
    status === 'pending' || renewal !== null ? 'decision' : status === 'waiting' ? 'space' : null
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
    ...(live ? {} : { plateKey: _id, quotaKey: _id, spaceKey: _id, space: null, insideKey: null }),
  }
}
