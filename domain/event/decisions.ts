import type { Input } from '../contract'
import { sortKey } from '../kernel/paging'
import { words, type Words } from '../kernel/words'
import type { NewMessage } from '../notice/outbox'
import { bilingual } from '../notice/notice'
import { checkAudience, checkSeats, checkTimes } from './checks'
import type { EstateEvent } from './event'
import { lapsedHolds, mayRate, seatsOf, type Entry, type Terms } from './seats'
import { dueReminders, nextAlarm, passedReminders } from './times'

/** The fields of a decision, what is appended to the log, and who is told. */
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

/** Those who have a seat, hold one or wait: whom a change concerns. */
const participants = (event: EstateEvent): NewMessage['to'] => ({
  openids: [...seatsOf(event.log).places.keys()],
})
const confirmed = (event: EstateEvent): NewMessage['to'] => ({
  openids: [...seatsOf(event.log).places.values()]
    .filter(({ state }) => state === 'confirmed')
    .map(({ who }) => who),
})

/** Those who are asked how it was. */
function raters(event: EstateEvent): NewMessage['to'] {
  const seats = seatsOf(event.log)
  return { openids: [...seats.places.values()].filter(place => mayRate(seats, place)).map(({ who }) => who) }
}

const given = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value)

/** What the butler changes. A new time or place is told to all who signed up; smaller terms take nobody's seat. */
export function update(
  event: EstateEvent,
  input: Input<'event', 'update'>,
  groups: string[] | null,
  { now, request }: { now: Date; request: string },
): EventChange {
  const before = termsOf(event)
  const {
    title,
    titleEn,
    body,
    bodyEn,
    place,
    placeEn,
    startsAt = event.startsAt,
    endsAt = event.endsAt,
    signUpUntil = before.until,
  } = input
  checkTimes({ startsAt, endsAt, signUpUntil }, now, { ...event, signUpUntil: before.until })
  const terms: Terms = {
    what: 'terms',
    at: now.toISOString(),
    request,
    until: signUpUntil,
    capacity: given(input.capacity, before.capacity),
    perHouse: given(input.perHouse, before.perHouse),
  }
  if (input.capacity !== undefined || input.perHouse !== undefined || input.partyMost !== undefined)
    checkSeats({ ...terms, partyMost: input.partyMost })
  if (input.audience) checkAudience(input.audience)
  const changesTerms =
    terms.capacity !== before.capacity || terms.perHouse !== before.perHouse || terms.until !== before.until
  const moved = startsAt !== event.startsAt || endsAt !== event.endsAt
  const set: Partial<EstateEvent> = {
    title: rewritten(event.title, title, titleEn),
    body: rewritten(event.body, body, bodyEn),
    place: rewritten(event.place, place, placeEn),
    startsAt,
    endsAt,
    whenKey: sortKey(new Date(endsAt), event._id),
    location: given(input.location, event.location),
    partyMost: given(input.partyMost, event.partyMost),
    cover: given(input.cover, event.cover),
    ...(input.cover
      ? { unchecked: [...event.unchecked, input.cover], toCheck: [...event.toCheck, input.cover] }
      : {}),
    ...(groups && input.audience
      ? {
          groups,
          audience: { kind: input.audience.kind, ids: input.audience.ids ?? [] },
          to: event.status === 'draft' ? [] : groups,
        }
      : {}),
    ...(moved ? { reminded: passedReminders({ ...event, startsAt, endsAt }, now) } : {}),
  }
  const replaced = set.place?.['zh-CN'] !== event.place['zh-CN']
  return {
    set: { ...set, alarm: nextAlarm({ ...event, ...set }) },
    entries: changesTerms ? [terms] : [],
    notify:
      event.status === 'open' && (moved || replaced)
        ? [{ kind: 'event.changed', to: participants(event) }]
        : [],
  }
}

/** A new Chinese text without an English one goes for both, so that nobody reads an old translation. */
const rewritten = (before: Words, zh: string | undefined, en: string | undefined): Words =>
  zh === undefined ? (en === undefined ? before : words(before['zh-CN'], en)) : bilingual(zh, en)

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
  const why = words(reason ?? '敬请谅解', reason ?? 'We are sorry')
  return {
    set: { status: 'cancelled', reason: reason ?? null, alarm: null },
    entries: [],
    notify: event.status === 'open' ? [{ kind: 'event.cancelled', to: participants(event) }] : [],
    values: { reason: why },
  }
}

/** The timer: held seats lapse, and those who have a seat are reminded. */
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
