import type { Input } from '@domain/contract'
import { checkAudience, checkSeats, checkTimes } from '@domain/event/checks'
import type { EstateEvent } from '@domain/event/event'
import { nextAlarm, passedReminders } from '@domain/event/times'
import { viewEvent } from '@domain/event/view'
import { sortKey } from '@domain/kernel/paging'
import { recordNumber } from '@domain/kernel/record-number'
import { bilingual } from '@domain/notice/notice'
import type { Mark } from '@domain/notice/outbox'
import { readEstate, type SetEstate } from '../_kit/estate'
import { countUse } from '../_kit/limits'
import { addOnce } from '../_kit/outbox'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { resolveAudience } from '../_messages/audience'
import { events } from '../_services/event/records'
import { textsOf } from './texts'

type PublishInput = Input<'event', 'publish'>

/** Idempotent: the id comes from caller and requestId, so a repeated request finds the event it created. */
export const publishEvent = action('event', 'publish', {
  async run({ input, caller, person, now, request }) {
    checkTimes(input, now)
    checkSeats(input)
    const estate = await readEstate(caller.estateId ?? '')
    const audience = input.audience ?? { kind: 'estate' as const }
    checkAudience(audience)
    const groups = await resolveAudience(estate._id, audience)
    await countUse({ caller, person, now, request }, estate, {
      amounts: { messagesPerHour: 1, uploadsPerHour: input.cover ? 1 : 0 },
      findMade: () => events.byId(request.key),
    })
    await refuseUnsafe(caller.openid, ...textsOf(input))
    const event = draft({ ...input, audience }, { groups, estate, by: caller.openid, now, request })
    return viewEvent(await addOnce(events, event, request), caller, now)
  },
})

interface Publishing {
  groups: string[]
  estate: SetEstate
  by: string
  now: Date
  request: Mark
}

function draft(
  input: PublishInput & { audience: NonNullable<PublishInput['audience']> },
  { groups, estate, by, now, request }: Publishing,
): EstateEvent {
  const id = request.key
  const status = input.draft ? ('draft' as const) : ('open' as const)
  const { startsAt, endsAt, signUpUntil, capacity } = input
  const times = { status, startsAt, endsAt }
  const log = [
    {
      what: 'terms' as const,
      at: now.toISOString(),
      request: id,
      capacity,
      perHouse: input.perHouse ?? null,
      until: signUpUntil,
    },
  ]
  const reminded = passedReminders(times, now)
  const cover = input.cover ?? null
  return {
    ...times,
    _id: id,
    estateId: estate._id,
    key: sortKey(now, id),
    whenKey: sortKey(new Date(endsAt), id),
    no: recordNumber('E', { at: now, zone: estate.zone, id }),
    title: bilingual(input.title, input.titleEn),
    body: bilingual(input.body, input.bodyEn),
    place: bilingual(input.place, input.placeEn),
    location: input.location ?? null,
    partyMost: input.partyMost ?? input.perHouse ?? Math.min(defaultParty, capacity),
    cover,
    photos: [],
    unchecked: cover === null ? [] : [cover],
    toCheck: cover === null ? [] : [cover],
    audience: { kind: input.audience.kind, ids: input.audience.ids ?? [] },
    groups,
    to: status === 'draft' ? [] : groups,
    log,
    size: log.length,
    people: [],
    newsTold: 0,
    reminded,
    alarm: nextAlarm({ ...times, reminded, log }),
    pushedAt: null,
    scene: id,
    picture: null,
    reason: null,
    by,
    createdAt: now.toISOString(),
    rev: 0,
    outbox: [],
    outboxDue: cover !== null,
    marks: [request],
  }
}

/** Most people in one sign-up, unless the desk sets a figure; our own choice. */
const defaultParty = 10
