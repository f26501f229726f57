import type { Input } from '@domain/contract'
import type { PassView } from '@domain/visitor/contract'
import { isPlate } from '@domain/kernel/plate'
import { estateDayAhead, estateInstant } from '@/i18n/when'
import type { VisitorText } from '../texts'

/** The form of a pass; everything but the name has a default. */
export interface Draft {
  houseId: string
  name: string
  party: string
  plate: string
  phone: string
  note: string
  kind: 'once' | 'multi' | 'recurring'
  /** Once: days from today, and the part of the day. */
  day: string
  part: Part
  /** Several times: for how many days, and how many visits. */
  days: string
  times: string
  /** Regularly: on which weekdays, between which times of day, for how many months. */
  weekdays: number[]
  from: string
  to: string
  months: string
  details: boolean
}

export const parts = ['allDay', 'morning', 'afternoon', 'evening'] as const
export type Part = (typeof parts)[number]
/** Wall times at the estate. */
const partHours: Record<Part, [string, string]> = {
  allDay: ['00:00', '23:59'],
  morning: ['06:00', '12:30'],
  afternoon: ['12:00', '18:30'],
  evening: ['17:30', '23:59'],
}

export const blank: Draft = {
  houseId: '',
  name: '',
  party: '1',
  plate: '',
  phone: '',
  note: '',
  kind: 'once',
  day: '0',
  part: 'allDay',
  days: '7',
  times: '5',
  weekdays: [],
  from: '08:00',
  to: '18:00',
  months: '3',
  details: false,
}

const minuteMs = 60_000

/** The time window of the pass; a window that has already begun starts now. */
function windowOf(draft: Draft, now: number): { from: string; to: string } {
  const today = estateDayAhead(0, now)
  const begun = (instant: string): string =>
    Date.parse(instant) < now ? new Date(now - minuteMs).toISOString() : instant
  if (draft.kind === 'once') {
    const [from, to] = partHours[draft.part]
    const date = estateDayAhead(Number(draft.day), now)
    return { from: begun(estateInstant(date, from)), to: estateInstant(date, to) }
  }
  if (draft.kind === 'multi')
    return {
      from: new Date(now - minuteMs).toISOString(),
      to: estateInstant(estateDayAhead(Number(draft.days) - 1, now), '23:59'),
    }
  return {
    from: estateInstant(today, draft.from),
    to: estateInstant(estateDayAhead(Number(draft.months) * 30 - 1, now), draft.to),
  }
}

export function toInput(draft: Draft, houseId: string, now: number): Input<'visitor', 'create'> {
  const input: Input<'visitor', 'create'> = {
    houseId,
    name: draft.name.trim(),
    party: Number(draft.party) || 0,
    kind: draft.kind,
    ...windowOf(draft, now),
  }
  if (draft.plate) input.plate = draft.plate
  if (draft.phone.trim()) input.phone = draft.phone.trim()
  if (draft.note.trim()) input.note = draft.note.trim()
  if (draft.kind === 'multi') input.uses = Number(draft.times) || 0
  if (draft.kind === 'recurring') input.weekdays = draft.weekdays
  return input
}

/** Errors by field, in the order of the form. */
export function missing(
  draft: Draft,
  houseId: string,
  now: number,
): Partial<Record<'name' | 'houseId' | 'uses' | 'weekdays' | 'to' | 'plate', VisitorText>> {
  const times = Number(draft.times)
  return {
    ...(draft.name.trim() ? {} : { name: 'needName' as const }),
    ...(houseId ? {} : { houseId: 'needHouse' as const }),
    ...(draft.kind === 'multi' && !(times >= 2 && times <= 100) ? { uses: 'needTimes' as const } : {}),
    ...(draft.kind === 'recurring' && draft.weekdays.length === 0 ? { weekdays: 'needDays' as const } : {}),
    ...(draft.plate && !isPlate(draft.plate) ? { plate: 'needPlate' as const } : {}),
    ...(Date.parse(windowOf(draft, now).to) <= now ? { to: 'timePassed' as const } : {}),
  }
}

const two = (n: number): string => String(n).padStart(2, '0')
const wall = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** The form filled in from an earlier pass, without its day. */
export const asLast = (pass: PassView): Partial<Draft> => ({
  houseId: pass.houseId,
  name: pass.name,
  party: String(pass.party),
  plate: pass.plate ?? '',
  phone: pass.phone ?? '',
  note: pass.note ?? '',
  kind: pass.kind === 'walkIn' ? 'once' : pass.kind,
  weekdays: pass.weekdays,
  details: Boolean(pass.plate ?? pass.phone ?? pass.note),
  ...(pass.hours ? { from: wall(pass.hours.from), to: wall(pass.hours.to) } : {}),
  ...(pass.kind === 'multi' ? { times: String(pass.uses ?? 5) } : {}),
})
