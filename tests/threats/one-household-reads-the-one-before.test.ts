import type { Input } from '@domain/contract'
import { emptyHouse as houseId } from '../../tools/demo/register'
import { eventually, startEstate, type Estate } from '../functions/support/estate'
import { join, type Joined } from './support/join'

jest.setTimeout(180_000)
let estate: Estate
let before: Joined
/** What the household before has made: its open and its closed report, a public one. */
let made: { open: string; over: string; street: string; photo: string }
beforeAll(async () => {
  estate = await startEstate()
  before = await join(estate, 'before', houseId, { name: '前住户', phone: '19900007010' })
  made = await live('before', '前')
  await join(estate, 'leaver', houseId, { name: '早走的' }).then(({ leave }) => leave())
  await before.leave()
  await join(estate, 'next', houseId, { name: '后住户', phone: '19900007020', relation: 'owner' })
})
afterAll(() => estate.stop())

const report = (who: string, input: Partial<Input<'repair', 'create'>>) =>
  estate.ok(who, 'repair', 'create', {
    place: 'house',
    houseId,
    category: 'water',
    urgency: 'normal',
    description: '漏水',
    ...input,
  })

/** A household reports and asks; `word` is in all that it says. */
async function live(who: string, word: string) {
  const photo = await estate.upload(`${word}photo`)
  const { id: open } = await report(who, { description: `${word}厨房漏水`, photos: [photo] })
  const { id: over } = await report(who, { description: `${word}浴室漏水` })
  await estate.ok(who, 'repair', 'cancel', { id: over, reason: `${word}自己修好了` })
  const { id: street } = await report(who, {
    place: 'public',
    category: 'lighting',
    description: `${word}路灯不亮`,
  })
  await estate.ok(who, 'consult', 'say', { houseId, text: `${word}问一句` })
  await estate.ok('demo-butler', 'consult', 'say', { houseId, text: `${word}答一句` })
  await estate.ok(who, 'consult', 'say', { houseId, text: `${word}再问一句` })
  return { open, over, street, photo }
}

const forbidden = { error: { code: 'FORBIDDEN' } }

/** Every page of a list, with one item a page. */
async function pages(read: (cursor: object) => Promise<{ items: object[]; next: string | null }>) {
  const all: object[][] = []
  for (let cursor: object | null = {}; cursor !== null;) {
    const { items, next }: { items: object[]; next: string | null } = await read(cursor)
    all.push(items)
    cursor = next === null ? null : { cursor: next }
  }
  return all
}

/** Every list of a house that a member can read, in pages of one. */
const lists = (who: string): Record<string, () => Promise<object[][]>> => ({
  house: () => pages(more => estate.ok(who, 'repair', 'house', { houseId, limit: 1, ...more })),
  list: () => pages(more => estate.ok(who, 'repair', 'list', { scope: 'house', limit: 1, ...more })),
  cancelled: () =>
    pages(more =>
      estate.ok(who, 'repair', 'list', { scope: 'house', status: 'cancelled', limit: 1, ...more }),
    ),
  thread: () => pages(more => estate.ok(who, 'consult', 'thread', { houseId, limit: 1, ...more })),
  similar: async () => [
    (await estate.ok(who, 'repair', 'similar', { place: 'house', category: 'water' })).items,
  ],
  bindings: () => pages(more => estate.ok(who, 'account', 'bindings', { houseId, limit: 1, ...more })),
  allBindings: () => pages(more => estate.ok(who, 'account', 'bindings', { limit: 1, ...more })),
  ended: () =>
    pages(more => estate.ok(who, 'account', 'bindings', { houseId, status: 'ended', limit: 1, ...more })),
})

test('a new household finds nothing of the one before, in no list and by no id', async () => {
  for (const [name, read] of Object.entries(lists('next'))) {
    const items = (await read()).flat()
    expect({ name, said: JSON.stringify(items) }).toEqual({
      name,
      said: expect.not.stringMatching(/前|早走/),
    })
  }
  expect((await estate.ok('next', 'consult', 'thread', { houseId })).thread).toBeNull()
  for (const id of [made.open, made.over]) {
    expect(await estate.as('next', 'repair', 'get', { id })).toMatchObject(forbidden)
    expect(await estate.as('next', 'repair', 'urge', { id })).toMatchObject(forbidden)
  }
  expect(await estate.as('next', 'account', 'unbind', { id: before.binding })).toMatchObject(forbidden)
  expect(JSON.stringify(await estate.ok('next', 'account', 'exportMine'))).not.toContain('前')
})

test('a question of the household before does not show as one that the new household waits on', async () => {
  const { thread } = await estate.ok('demo-butler', 'consult', 'thread', { houseId })
  expect(thread?.waitsSince).not.toBeNull()
  await estate.ok('next', 'consult', 'say', { houseId, text: '后先问一句' })
  expect((await estate.ok('next', 'consult', 'thread', { houseId })).thread).toMatchObject({
    waitsSince: null,
    answerBy: null,
  })
})

test('what the household itself says is there, page by page without a short page', async () => {
  await live('next', '后')
  const read = lists('next')
  const counts = { house: 2, list: 2, cancelled: 1, thread: 4, allBindings: 1, bindings: 1 }
  for (const [name, count] of Object.entries(counts)) {
    const all = (await read[name]?.()) ?? []
    expect({ name, sizes: all.map(items => items.length) }).toEqual({ name, sizes: Array(count).fill(1) })
  }
  const { thread } = await estate.ok('next', 'consult', 'thread', { houseId })
  expect(thread).toMatchObject({ lastText: '后再问一句' })
  expect(await estate.ok('demo-butler', 'repair', 'house', { houseId })).toMatchObject({
    items: { length: 4 },
  })
})

test('a note from one shift to the next makes no page of the household short', async () => {
  await estate.ok('demo-butler', 'consult', 'handOver', { houseId, note: '交班' })
  const sizes = ((await lists('next').thread?.()) ?? []).map(items => items.length)
  expect(sizes).toEqual([1, 1, 1, 1])
})

test('a former member reads and does nothing more with their reports, and has their words in the copy', async () => {
  await join(estate, 'before', 'tianma-3', { name: '前住户', owner: 'resident-003' })
  for (const id of [made.open, made.over])
    expect(await estate.as('before', 'repair', 'get', { id })).toMatchObject(forbidden)
  for (const action of ['urge', 'cancel'] as const)
    expect(await estate.as('before', 'repair', action, { id: made.open })).toMatchObject(forbidden)
  const mine = await estate.ok('before', 'repair', 'list', { scope: 'mine' })
  expect(mine.items.map(({ id }) => id)).toEqual([made.street])
  await estate.ok('demo-butler', 'repair', 'assign', { id: made.open, technician: 'demo-technician' })
  const { records } = await estate.ok('before', 'account', 'exportMine')
  const copied = (records.repairs as { id: string }[]).find(({ id }) => id === made.open)
  expect(copied).toMatchObject({ description: '前厨房漏水', contact: { name: expect.any(String) as string } })
  expect(JSON.stringify(copied)).not.toContain('demo-technician')
  expect(Object.keys(copied ?? {})).not.toContain('status')
})

test('a member who comes back finds their own report again', async () => {
  await join(estate, 'before', houseId, { name: '前住户', owner: 'next' })
  expect(await estate.ok('before', 'repair', 'get', { id: made.open })).toMatchObject({
    description: '前厨房漏水',
    actions: expect.arrayContaining(['cancel']) as string[],
  })
})

test('a report that is merged into one of the household before shows its progress and not what was said', async () => {
  const { id } = await report('next', { description: '后厨房也漏水' })
  await estate.ok('demo-butler', 'repair', 'merge', { id, into: made.open })
  const followed = await eventually(async () => {
    const reply = await estate.as('next', 'repair', 'get', { id: made.open })
    return reply.ok && reply.data
  })
  expect(followed).toMatchObject({
    status: 'assigned',
    description: '',
    photos: [],
    reporter: null,
    actions: [],
  })
  expect(JSON.stringify(followed)).not.toMatch(/前/)
})
