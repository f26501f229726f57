import type { Input } from '@domain/contract'
import type { EventView } from '@domain/event/contract'
import { maxDays, maxYearsAhead } from '@domain/event/kinds'
import { audienceInput, isChosen, wholeEstate, type ChosenAudience } from '@/widgets/audience'
import type { Photo } from '@/widgets/photo-picker'
import { estateDayAhead, estateInstant, showClock } from '@/i18n/when'
import { estateDayOf } from '../lib/when'
import type { EventText } from '../texts'

/** The form as it is typed. Dates (`YYYY-MM-DD`) and times are in the estate's time zone. */
export interface Draft {
  title: string
  body: string
  place: string
  english: boolean
  titleEn: string
  bodyEn: string
  placeEn: string
  location: EventView['location']
  startDate: string
  startTime: string
  endDate: string
  endTime: string
  untilDate: string
  untilTime: string
  capacity: string
  perHouse: string
  partyMost: string
  audience: ChosenAudience
  cover: Photo[]
}

/** The defaults of a new event: an evening in a week, sign-up until the day before. */
export const blank = (now: number): Draft => ({
  title: '',
  body: '',
  place: '',
  english: false,
  titleEn: '',
  bodyEn: '',
  placeEn: '',
  location: null,
  startDate: estateDayAhead(7, now),
  startTime: '19:00',
  endDate: estateDayAhead(7, now),
  endTime: '21:00',
  untilDate: estateDayAhead(6, now),
  untilTime: '20:00',
  capacity: '',
  perHouse: '',
  partyMost: '4',
  audience: wholeEstate,
  cover: [],
})

/** The texts of an event: staff receive both languages, others only the text in their language. */
function textsOf({ title, body, place, desk }: EventView) {
  const { titleEn, bodyEn, placeEn, ...chinese } = { title, body, place, ...desk }
  return {
    title: chinese.title,
    body: chinese.body,
    place: chinese.place,
    english: Boolean(titleEn ?? bodyEn ?? placeEn),
    titleEn: titleEn ?? '',
    bodyEn: bodyEn ?? '',
    placeEn: placeEn ?? '',
  }
}

/** An event as the form shows it, with times to the minute. */
export function fromEvent(event: EventView): Draft {
  const { desk, cover, startsAt, endsAt, signUpUntil } = event
  return {
    ...textsOf(event),
    location: event.location,
    startDate: estateDayOf(startsAt),
    startTime: showClock(startsAt),
    endDate: estateDayOf(endsAt),
    endTime: showClock(endsAt),
    untilDate: estateDayOf(signUpUntil),
    untilTime: showClock(signUpUntil),
    capacity: String(event.capacity),
    perHouse: event.perHouse === null ? '' : String(event.perHouse),
    partyMost: String(event.partyMost),
    audience: desk?.audience ?? wholeEstate,
    cover: cover ? [{ fileID: cover.fileID, path: cover.url }] : [],
  }
}

const weekMs = 7 * 86_400_000
const daysOn = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/**
 * The same event again: on the same weekdays at the same hours, in the first week that is still open for
 * sign-up.
 */
export function asLast(event: EventView, now: number): Draft {
  const last = fromEvent(event)
  const earliest = Math.min(Date.parse(event.startsAt), Date.parse(event.signUpUntil))
  const days = 7 * Math.max(1, Math.floor((now - earliest) / weekMs) + 1)
  return {
    ...last,
    startDate: daysOn(last.startDate, days),
    endDate: daysOn(last.endDate, days),
    untilDate: daysOn(last.untilDate, days),
  }
}

/** A new first day moves the last day and the end of sign-up by the same number of days. */
export function onDay(draft: Draft, startDate: string): Partial<Draft> {
  const days = Math.round(
    (Date.parse(`${startDate}T00:00:00Z`) - Date.parse(`${draft.startDate}T00:00:00Z`)) / 86_400_000,
  )
  return { startDate, endDate: daysOn(draft.endDate, days), untilDate: daysOn(draft.untilDate, days) }
}

export const timesOf = (draft: Draft) => ({
  startsAt: estateInstant(draft.startDate, draft.startTime),
  endsAt: estateInstant(draft.endDate, draft.endTime),
  signUpUntil: estateInstant(draft.untilDate, draft.untilTime),
})

export function toInput(draft: Draft): Input<'event', 'publish'> {
  const english = (text: string): string => (draft.english ? text.trim() : '')
  const [titleEn, bodyEn, placeEn] = [english(draft.titleEn), english(draft.bodyEn), english(draft.placeEn)]
  return {
    title: draft.title.trim(),
    body: draft.body.trim(),
    place: draft.place.trim(),
    ...(titleEn ? { titleEn } : {}),
    ...(bodyEn ? { bodyEn } : {}),
    ...(placeEn ? { placeEn } : {}),
    ...timesOf(draft),
    location: draft.location,
    capacity: Number(draft.capacity),
    perHouse: draft.perHouse.trim() ? Number(draft.perHouse) : null,
    partyMost: Number(draft.partyMost),
    audience: audienceInput(draft.audience),
    cover: draft.cover[0]?.fileID ?? null,
  }
}

type Change = Omit<Input<'event', 'update'>, 'id'>

/**
 * Only the fields that the form changes: a colleague may be changing the others. A text is sent together with
 * its translation.
 */
export function changesOf(event: EventView, draft: Draft): Change {
  const [before, after] = [toInput(fromEvent(event)), toInput(draft)]
  const differs = (key: keyof Change): boolean => JSON.stringify(before[key]) !== JSON.stringify(after[key])
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Change)[]
  const pairs = [
    ['title', 'titleEn'],
    ['body', 'bodyEn'],
    ['place', 'placeEn'],
  ] as const
  const wanted = new Set([...keys.filter(differs), ...pairs.filter(pair => pair.some(differs)).flat()])
  return Object.fromEntries(Object.entries(after).filter(([key]) => wanted.has(key as keyof Change)))
}

export type Wrong = Partial<
  Record<
    | 'title'
    | 'body'
    | 'place'
    | 'startsAt'
    | 'endsAt'
    | 'signUpUntil'
    | 'capacity'
    | 'perHouse'
    | 'partyMost'
    | 'audience',
    EventText
  >
>

/** The first check of a field that fails. */
function firstSlip(field: keyof Wrong, ...slips: [isWrong: boolean, says: EventText][]): Wrong {
  const slip = slips.find(([isWrong]) => isWrong)
  return slip ? { [field]: slip[1] } : {}
}

const within = (typed: string, least: number, most: number): boolean =>
  /^\d+$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most

/**
 * Errors by field, in the order of the form, the same as the function's. `before`: the form of a published
 * event as first shown; unchanged fields are not checked again.
 */
export function wrongIn(draft: Draft, now: number, before?: Draft): Wrong {
  return {
    ...(draft.title.trim() ? {} : { title: 'needName' }),
    ...(draft.body.trim() ? {} : { body: 'needBody' }),
    ...(draft.place.trim() ? {} : { place: 'needWhere' }),
    ...wrongTimes(draft, now, before),
    ...wrongSeats(draft, before),
    ...(isChosen(draft.audience) ? {} : { audience: 'needAudience' }),
  }
}

const dayMs = 86_400_000

function wrongTimes(draft: Draft, now: number, before: Draft | undefined): Wrong {
  const { startsAt, endsAt, signUpUntil } = timesOf(draft)
  const was = before && timesOf(before)
  const at = new Date(now).toISOString()
  const starts = startsAt !== was?.startsAt
  const moves = starts || endsAt !== was.endsAt
  const tooFar = Date.parse(startsAt) > now + maxYearsAhead * 366 * dayMs
  const tooLong = Date.parse(endsAt) > Date.parse(startsAt) + maxDays * dayMs
  return {
    ...firstSlip('startsAt', [starts && startsAt <= at, 'startsPast'], [starts && tooFar, 'startsFar']),
    ...firstSlip(
      'endsAt',
      [endsAt <= startsAt, 'endsEarly'],
      [endsAt <= at, 'endsPast'],
      [moves && tooLong, 'endsFar'],
    ),
    ...firstSlip(
      'signUpUntil',
      [signUpUntil > endsAt, 'untilLate'],
      [!was && signUpUntil <= at, 'untilPast'],
    ),
  }
}

function wrongSeats({ capacity, perHouse, partyMost }: Draft, before: Draft | undefined): Wrong {
  const shared = perHouse.trim() !== ''
  const asBefore = capacity === before?.capacity && perHouse === before.perHouse
  const partyChanged = partyMost !== before?.partyMost
  const over = (part: string, whole: string): boolean =>
    within(whole, 1, 1000) && Number(part) > Number(whole)
  return {
    ...(within(capacity, 1, 1000) ? {} : { capacity: 'needCapacity' }),
    ...firstSlip(
      'perHouse',
      [shared && !within(perHouse, 1, 20), 'needPerHouse'],
      [shared && !asBefore && over(perHouse, capacity), 'overSeats'],
    ),
    ...firstSlip(
      'partyMost',
      [!within(partyMost, 1, 20), 'needParty'],
      [partyChanged && over(partyMost, capacity), 'overSeats'],
      [partyChanged && shared && over(partyMost, perHouse), 'overHouse'],
    ),
  }
}
