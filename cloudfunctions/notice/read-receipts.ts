import { houseKey } from '@domain/kernel/addresses'
import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import type { Receipt } from '@domain/notice/contract'
import type { Notice } from '@domain/notice/notice'
import { persons, houses, type House } from '../_kit/records'
import { action } from '../_kit/serve'
import { op, type Where } from '../_kit/store'
import { noticeReads, notices, readId } from '../_messages/records'

/** The receipts of a notice: by house, or by person when the notice is for roles. */
export const listReceipts = action('notice', 'receipts', {
  load: ({ id }) => notices.byId(id),
  async run({ input: { cursor, limit = 20 }, caller, loaded: notice }) {
    if (notice === null || notice.estateId !== caller.estateId) throw forbidden()
    const list = notice.audience.kind === 'roles' ? byPerson : byHouse
    const [page, sums] = await Promise.all([
      list(notice, cursor ?? '', limit),
      cursor === undefined ? countReceipts(notice) : { read: null, of: null },
    ])
    return { ...page, ...sums }
  },
})

function whereHouses({ estateId, audience: { kind, ids } }: Notice): Where<House> {
  if (kind === 'buildings') return { estateId, building: op.in(ids) }
  return kind === 'houses' ? { estateId, _id: op.in(ids) } : { estateId }
}

async function countReceipts(notice: Notice): Promise<{ read: number; of: number }> {
  const [read, of] = await Promise.all([
    noticeReads.count({ noticeId: notice._id }),
    notice.audience.kind === 'roles'
      ? persons.count({ addresses: op.in(notice.groups) })
      : houses.count(whereHouses(notice)),
  ])
  return { read, of }
}

async function byHouse(notice: Notice, after: string, limit: number) {
  const found = await houses.find(
    { ...whereHouses(notice), code: op.gt(after) },
    { orderBy: ['code', 'asc'], limit: limit + 1 },
  )
  const [reads, people] = await Promise.all([
    readsOf(
      notice,
      found.map(({ _id }) => _id),
    ),
    found.length > 0
      ? persons.findAll(
          { houseKeys: op.in(found.map(house => houseKey(notice.estateId, house._id))) },
          { only: ['houseKeys'] },
        )
      : [],
  ])
  const housesInUse = new Set(people.flatMap(({ houseKeys }) => houseKeys))
  const stateOf = ({ _id }: House): Receipt['state'] => {
    if (reads.has(_id)) return 'read'
    return housesInUse.has(houseKey(notice.estateId, _id)) ? 'unread' : 'absent'
  }
  return toPage(
    found,
    limit,
    house => house.code,
    (house): Receipt => ({
      id: house._id,
      name: house.code,
      state: stateOf(house),
      at: reads.get(house._id) ?? null,
    }),
  )
}

async function byPerson(notice: Notice, after: string, limit: number) {
  const found = await persons.find(
    { addresses: op.in(notice.groups), _id: op.gt(after) },
    { orderBy: ['_id', 'asc'], limit: limit + 1 },
  )
  const reads = await readsOf(
    notice,
    found.map(({ _id }) => _id),
  )
  return toPage(
    found,
    limit,
    person => person._id,
    (person): Receipt => ({
      id: person._id,
      name: person.name,
      state: reads.has(person._id) ? 'read' : 'unread',
      at: reads.get(person._id) ?? null,
    }),
  )
}

async function readsOf(notice: Notice, readers: readonly string[]): Promise<Map<string, string>> {
  if (readers.length === 0) return new Map()
  return new Map(
    (await noticeReads.byIds(readers.map(reader => readId(notice._id, reader)))).map(({ reader, at }) => [
      reader,
      at,
    ]),
  )
}
