import type { Input } from '../contract'
import { sortKey } from '../kernel/paging'
import { words, type Words } from '../kernel/words'
import type { NewMessage } from '../notice/outbox'
import { bilingual } from '../notice/notice'
import { checkAudience, checkSeats, checkTimes } from './checks'
import type { EstateEvent } from './event'
import { lapsedHolds, mayRate, seatsOf, type Entry } from './seats'
import { dueReminders, nextAlarm, passedReminders } from './times'

/** The fields that a decision sets, the entries that it appends to the log, and who is notified. */
export interface EventChange {
  set: Partial<EstateEvent>
  entries: Entry[]
  notify: NewMessage[]
  values?: Record<string, Words>
}

export const termsOf = ({ log }: Pick<EstateEvent, 'log'>) => {
  const { capacity, perHouse, until } = seatsOf(log)
  return { capacity, perHouse, until }
}

/** Those whom a change concerns: with a confirmed or held seat, or on the waiting list. */
const participants = (event: EstateEvent): NewMessage['to'] => ({
  openids: [...seatsOf(event.log).places.keys()],
})
const confirmed = (event: EstateEvent): NewMessage['to'] => ({
  openids: [...seatsOf(event.log).places.values()]
    .filter(({ state }) => state === 'confirmed')
    .map(({ who }) => who),
})

/** Those who are asked to rate the event. */
function raters(event: EstateEvent): NewMessage['to'] {
  const seats = seatsOf(event.log)
  return { openids: [...seats.places.values()].filter(place => mayRate(seats, place)).map(({ who }) => who) }
}

const given = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value)

/** What a change asks for, with the present values of the fields that it leaves out. */
function changedTerms(input: Input<'event', 'update'>, before: ReturnType<typeof termsOf>) {
  return {
    until: given(input.signUpUntil, before.until),
    capacity: given(input.capacity, before.capacity),
    perHouse: given(input.perHouse, before.perHouse),
  }
}

/** The fields that a change sets; `groups`: those of a new audience. */
function changedFields(
  event: EstateEvent,
  input: Input<'event', 'update'>,
  groups: string[] | null,
): Partial<EstateEvent> {
  const { title, titleEn, body, bodyEn, place, placeEn, cover, audience } = input
  const endsAt = given(input.endsAt, event.endsAt)
  return {
    title: rewritten(event.title, title, titleEn),
    body: rewritten(event.body, body, bodyEn),
    place: rewritten(event.place, place, placeEn),
    startsAt: given(input.startsAt, event.startsAt),
    endsAt,
    whenKey: sortKey(new Date(endsAt), event._id),
    location: given(input.location, event.location),
    partyMost: given(input.partyMost, event.partyMost),
    cover: given(cover, event.cover),
    ...(cover ? { unchecked: [...event.unchecked, cover], toCheck: [...event.toCheck, cover] } : {}),
    ...(groups && audience
      ? {
          groups,
          audience: { kind: audience.kind, ids: audience.ids ?? [] },
          to: event.status === 'draft' ? [] : groups,
        }
      : {}),
  }
}

/** A change by the desk. All who signed up are notified of a new time or place; nobody loses a seat. */
export function update(
  event: EstateEvent,
  input: Input<'event', 'update'>,
  groups: string[] | null,
  { now, request }: { now: Date; request: string },
): EventChange {
  const before = termsOf(event)
  const terms = changedTerms(input, before)
  const startsAt = given(input.startsAt, event.startsAt)
  const endsAt = given(input.endsAt, event.endsAt)
  checkTimes({ startsAt, endsAt, signUpUntil: terms.until }, now, { ...event, signUpUntil: before.until })
  if (input.capacity !== undefined || input.perHouse !== undefined || input.partyMost !== undefined)
    checkSeats({ ...terms, partyMost: input.partyMost })
  if (input.audience) checkAudience(input.audience)
  const isMoved = startsAt !== event.startsAt || endsAt !== event.endsAt
  const set = {
    ...changedFields(event, input, groups),
    ...(isMoved ? { reminded: passedReminders({ ...event, startsAt, endsAt }, now) } : {}),
  }
  const isElsewhere = set.place?.['zh-CN'] !== event.place['zh-CN']
  return {
    set: { ...set, alarm: nextAlarm({ ...event, ...set }) },
    entries: isSame(terms, before) ? [] : [{ what: 'terms', at: now.toISOString(), request, ...terms }],
    notify:
      event.status === 'open' && (isMoved || isElsewhere)
        ? [{ kind: 'event.changed', to: participants(event) }]
        : [],
  }
}

const isSame = (one: ReturnType<typeof termsOf>, other: ReturnType<typeof termsOf>): boolean =>
  one.capacity === other.capacity && one.perHouse === other.perHouse && one.until === other.until

/**
 * A new Chinese text without an English one is used for both, so that nobody reads an outdated translation.
 */
function rewritten(before: Words, zh: string | undefined, en: string | undefined): Words {
  if (zh !== undefined) return bilingual(zh, en)
  return en === undefined ? before : words(before['zh-CN'], en)
}

export function release(event: EstateEvent, now: Date): EventChange {
  const open = { ...event, status: 'open' as const, to: event.groups, reminded: passedReminders(event, now) }
  checkTimes({ ...event, signUpUntil: termsOf(event).until }, now)
  return {
    set: { status: open.status, to: open.to, reminded: open.reminded, alarm: nextAlarm(open) },
    entries: [],
    notify: [],
  }
}

export function cancel(event: EstateEvent, reason: string | undefined): EventChange {
  const why = words(reason ?? '敬请谅解', reason ?? 'We are sorry for the inconvenience')
  return {
    set: { status: 'cancelled', reason: reason ?? null, alarm: null },
    entries: [],
    notify: event.status === 'open' ? [{ kind: 'event.cancelled', to: participants(event) }] : [],
    values: { reason: why },
  }
}

/** For the timer: ends held seats whose time is over, and reminds those who have a seat. */
export function onAlarm(event: EstateEvent, now: Date): EventChange {
  const at = now.toISOString()
  const entries = lapsedHolds(seatsOf(event.log), at).map(({ who, since }): Entry => ({
    what: 'lapse',
    who,
    at,
    request: `lapse-${String(since)}`,
  }))
  const { send, passed } = dueReminders(event, now)
  const reminded = [...event.reminded, ...passed]
  return {
    set: { reminded, alarm: nextAlarm({ ...event, reminded, log: [...event.log, ...entries] }) },
    entries,
    notify: send
      ? [{ kind: `event.${send}`, to: send === 'afterwards' ? raters(event) : confirmed(event) }]
      : [],
  }
}
