import { addressesOf } from '@domain/kernel/addresses'
import type { Membership, Post } from '@domain/kernel/people'
import { aTap, eventually, startEstate, type Estate } from '../support/estate'
import { inHours } from '../support/times'

jest.setTimeout(300_000)
const estateId = 'second'
const building = 'L'
const houseCount = 1150
const spaceCount = 1100
const staffCount = 1100
const voterCount = 3100
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
  await addHouses()
  await addPeople()
}, 300_000)
afterAll(() => estate.stop())

const houseId = (n: number): string => `large-${String(n).padStart(4, '0')}`
const houseCode = (n: number): string => `L-${String(n).padStart(4, '0')}`

async function insert(collectionName: string, records: readonly object[]): Promise<void> {
  for (let n = 0; n < records.length; n += 500) {
    const data = records.slice(n, n + 500).map(record => JSON.stringify(record))
    await estate.post('/admin', { action: 'database.insertDocument', collectionName, data })
  }
}

/** One building with more houses than a query returns. */
const addHouses = () =>
  insert(
    'houses',
    Array.from({ length: houseCount }, (_, n) => ({
      _id: houseId(n + 1),
      estateId,
      code: houseCode(n + 1),
      building,
      unit: null,
      room: String(n + 1),
      areaM2: null,
      ownerName: null,
      ownerPhone: null,
      phoneTail: null,
      scene: `hlarge${String(n + 1).padStart(20, '0')}`,
      picture: null,
    })),
  )

function person(openid: string, houses: Membership[], posts: Post[]) {
  const held = posts.map(post => ({ estateId, post }))
  return {
    _id: openid,
    estateId,
    name: openid,
    phone: '',
    lang: 'zh-CN',
    largeText: false,
    houses,
    houseKeys: houses.map(house => `${estateId}:${house.houseId}`),
    posts: held,
    postKeys: posts.map(post => `${estateId}:${post}`),
    addresses: addressesOf(houses, held),
    unread: 0,
    quota: {},
    marks: [],
    tries: Array<string>(5).fill(''),
    waits: false,
    privacy: null,
  }
}

const voter = (n: number): string => `voter-${String(n)}`
const staff = (n: number): string => `staff-${String(n).padStart(4, '0')}`

/** Voters spread over the houses, and a staff in which everyone is butler and technician. */
async function addPeople(): Promise<void> {
  const voters = Array.from({ length: voterCount }, (_, n) => {
    const house = (n % houseCount) + 1
    const home = { estateId, houseId: houseId(house), code: houseCode(house), since: '', until: null }
    return person(voter(n + 1), [{ ...home, relation: 'owner' as const }], [])
  })
  const everyone = Array.from({ length: staffCount }, (_, n) =>
    person(staff(n + 1), [], ['butler', 'technician']),
  )
  await insert('persons', [...voters, ...everyone])
}

/** Reads page after page and returns how many items there were. */
async function countPages(read: (cursor?: string) => Promise<{ items: unknown[]; next: string | null }>) {
  let count = 0
  for (let cursor: string | undefined; ;) {
    const { items, next } = await read(cursor)
    count += items.length
    if (next === null) return count
    cursor = next
  }
}

test('the code at a building’s door leads to each of its 1,150 houses', async () => {
  const { scene } = await estate.ok('demo2-butler', 'account', 'buildingCode', { building })
  const { houses } = await estate.ok('a-visitor', 'account', 'lookupCode', { scene })
  expect(houses).toHaveLength(houseCount)
  const last = houses.find(({ code }) => code === houseCode(houseCount))
  const asked = { scene, houseId: last?.id, name: '新住户', phone: '19900006000', relation: 'family' }
  expect(await estate.ok('a-visitor', 'account', 'bind', asked)).toMatchObject({ houseId: last?.id })
})

test('a notice for the building reaches its last house, and the receipts count them all', async () => {
  const { id } = await estate.ok('demo2-butler', 'notice', 'publish', {
    title: '停水通知',
    body: '明天停水',
    audience: { kind: 'buildings', ids: [building] },
  })
  await eventually(async () =>
    (await estate.ok(voter(houseCount), 'notice', 'inbox')).items.some(({ title }) => title === '停水通知'),
  )
  expect(await estate.ok('demo2-butler', 'notice', 'receipts', { id })).toMatchObject({ of: houseCount })
  const pages = await countPages(cursor =>
    estate.ok('demo2-butler', 'notice', 'receipts', { id, limit: 50, ...(cursor ? { cursor } : {}) }),
  )
  expect(pages).toBe(houseCount)
})

test('the lists of staff name 1,100 people', async () => {
  const { items } = await estate.ok('demo2-manager', 'account', 'staff')
  expect(items.filter(({ openid }) => openid.startsWith('staff-'))).toHaveLength(staffCount)
  const technicians = (await estate.ok('demo2-butler', 'repair', 'technicians')).items
  expect(technicians.filter(({ id }) => id.startsWith('staff-'))).toHaveLength(staffCount)
})

test('a message to the butlers reaches the last of 1,100', async () => {
  const { id } = await estate.ok('demo2-owner', 'repair', 'create', { ...aTap, houseId: 'second-1-1' })
  for (const butler of [staff(1), staff(staffCount), 'demo2-butler'])
    await eventually(async () => {
      await estate.post('/tick')
      return (await estate.ok(butler, 'notice', 'inbox')).items.some(({ link }) => link?.includes(id))
    })
})

test('1,100 spaces are imported, listed and counted', async () => {
  const rows = Array.from({ length: spaceCount }, (_, n) => ({
    no: `L-${String(n)}`,
    area: '地库',
    vehicle: 'car',
  }))
  expect(await estate.ok('demo2-butler', 'parking', 'importSpaces', { rows })).toMatchObject({
    created: spaceCount,
  })
  expect(await estate.ok('demo2-butler', 'parking', 'importSpaces', { rows })).toMatchObject({
    created: 0,
    unchanged: spaceCount,
  })
  const listed = await countPages(cursor =>
    estate.ok('demo2-butler', 'parking', 'spaces', {
      area: '地库',
      limit: 50,
      ...(cursor ? { cursor } : {}),
    }),
  )
  expect(listed).toBe(spaceCount)
  const { areas } = await estate.ok('demo2-manager', 'parking', 'occupancy')
  expect(areas.find(({ area }) => area === '地库')).toMatchObject({ spaces: spaceCount })
})

test('a vote counts more than 3,000 voters', async () => {
  const { id } = await estate.ok('demo2-butler', 'survey', 'publish', {
    title: '更换门禁',
    body: '请投票',
    endsAt: inHours(48),
    unit: 'person',
    voters: 'owners',
    anonymous: true,
    audience: { kind: 'estate' },
    questions: [{ kind: 'single', text: '是否同意？', options: ['同意', '不同意'] }],
  })
  const before = Array.from({ length: voterCount - 2 }, (_, n) => ({
    by: `earlier-${String(n)}`,
    request: String(n),
  }))
  await estate.post('/admin', {
    action: 'database.modifyDocument',
    collectionName: 'surveys',
    query: JSON.stringify({ _id: id }),
    merge: true,
    upsert: false,
    multi: false,
    data: JSON.stringify({
      $set: {
        voted: before,
        size: before.length,
        'tally.q0': { o0: before.length, answered: before.length },
      },
    }),
  })
  for (const who of [voter(1), voter(voterCount)])
    expect(await estate.ok(who, 'survey', 'answer', { id, answers: [[1]] })).toBeTruthy()
  await estate.ok('demo2-butler', 'survey', 'close', { id })
  expect(await estate.ok('demo2-owner', 'survey', 'results', { id })).toMatchObject({
    votes: voterCount,
    questions: [{ counts: [voterCount - 2, 2], answered: voterCount }],
  })
})
