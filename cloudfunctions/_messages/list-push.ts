import { slicesOf, type Push, type PushRow } from '@domain/notice/push'
import { messageText } from '@domain/notice/render-message'
import { eachLimited } from '../_kit/concurrency'
import { persons, type Person } from '../_kit/records'
import { retry } from '../_kit/retry'
import { op } from '../_kit/store'
import { copyId, putInInbox } from './inbox'
import { readQuietEnds } from './read-quiet-hours'
import { noticeReads, pushes, pushRows, readId } from './records'
import { acceptsLeft } from './subscribe'

/** People that are listed before the progress is saved. */
const portion = 200
const maxConcurrentWrites = 16

/**
 * Lists the next people of the audience, one row per person, and saves how far it came. Idempotent: nobody is
 * listed twice.
 */
export async function listPortion(push: Push): Promise<void> {
  const slice = slicesOf(push.target)[push.slice]
  if (slice === undefined) {
    await retry(() => pushes.change({ _id: push._id, stage: 'listing' }, { stage: 'sending' }))
    return
  }
  const found = await retry(() =>
    persons.find(
      'groups' in push.target
        ? { addresses: op.in(slice), _id: op.gt(push.after) }
        : { _id: op.in(slice).and(op.gt(push.after)) },
      { orderBy: ['_id', 'asc'], limit: portion },
    ),
  )
  const wanted = await withoutReaders(
    push,
    found.filter(person => person._id !== push.message.except),
  )
  const quiet = await retry(() => readQuietEnds(wanted, push.estateId, new Date()))
  if (push.personal)
    await eachLimited(wanted, maxConcurrentWrites, async person => {
      await retry(() => putInInbox(person, push.message, push.estateId))
    })
  await retry(() => pushRows.addAll(wanted.map(person => rowOf(push, person, quiet.get(person._id)))))
  const last = found[found.length - 1]?._id
  const next =
    found.length < portion || last === undefined ? { slice: push.slice + 1, after: '' } : { after: last }
  await retry(() => pushes.change({ _id: push._id, slice: push.slice, after: push.after }, next))
}

function rowOf(push: Push, person: Person, quiet: Date | undefined): PushRow {
  const { purpose, urgent } = messageText(push.message.kind)
  const agreed = purpose !== undefined && acceptsLeft(person, purpose) > 0
  return {
    _id: copyId(push.message, person._id),
    estateId: push.estateId,
    pushId: push._id,
    openid: person._id,
    at: new Date().toISOString(),
    state: agreed ? 'waiting' : 'refused',
    reason: agreed ? null : 'noConsent',
    dueAt: agreed ? ((urgent ? undefined : quiet?.toISOString()) ?? push.at) : null,
    token: null,
    takenAt: null,
  }
}

/** Leaves out people who have read the notice, themselves or through their house. */
async function withoutReaders({ unreadOf, estateId }: Push, people: Person[]): Promise<Person[]> {
  if (unreadOf === null || people.length === 0) return people
  const readersOf = (person: Person): string[] => [
    person._id,
    ...person.houses.filter(house => house.estateId === estateId).map(house => house.houseId),
  ]
  const ids = [...new Set(people.flatMap(readersOf))].map(reader => readId(unreadOf, reader))
  const read = new Set((await retry(() => noticeReads.byIds(ids))).map(({ _id }) => _id))
  return people.filter(person => !readersOf(person).some(reader => read.has(readId(unreadOf, reader))))
}
