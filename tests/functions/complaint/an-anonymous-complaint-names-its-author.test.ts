import { schema } from '../../../cloudfunctions/schema'
import { newRequestId, startEstate, type Estate } from '../support/estate'

jest.setTimeout(180_000)
/** The author, and everything that identifies them: openid, house, code, name, phone. */
const author = 'demo-tenant'
const traces = /demo-tenant|tianma-35-2|35-2|Alex Sample|19900000002/g
const requestId = 'a-request-that-nobody-keeps'

let estate: Estate
let order: { id: string; no: string }
let id: string
beforeAll(async () => {
  estate = await startEstate()
  order = await estate.ok(author, 'repair', 'create', {
    place: 'house',
    houseId: 'tianma-35-2',
    category: 'water',
    urgency: 'normal',
    description: 'Tap drips',
  })
  await estate.ok('demo-technician', 'repair', 'grab', { id: order.id })
  // Earlier messages are delivered by now: from here on every change belongs to the complaint.
  for (let n = 0; n < 3; n++) await estate.post('/tick')
})
afterAll(() => estate.stop())
afterEach(() => estate.post('/time', { offsetMs: 0 }))

/** Every document of the database as text, by collection and id. */
async function snapshot(): Promise<Map<string, string>> {
  const all = await Promise.all(
    Object.keys(schema).map(async name => {
      const reply = JSON.parse(await estate.records(name)) as { list?: string[]; data?: { list?: string[] } }
      return (reply.list ?? reply.data?.list ?? []).map((text): [string, string] => [
        `${name}/${(JSON.parse(text) as { _id: string })._id}`,
        text,
      ])
    }),
  )
  return new Map(all.flat())
}

/** The documents that are new or different after some work. */
async function changedBy(work: () => Promise<unknown>): Promise<[place: string, text: string][]> {
  const before = await snapshot()
  await work()
  for (let n = 0; n < 3; n++) await estate.post('/tick')
  return [...(await snapshot())].filter(([place, text]) => before.get(place) !== text)
}

const span = { from: '2020-01-01T00:00:00.000Z', to: '2099-01-01T00:00:00.000Z' }
const year = {
  from: new Date(Date.now() - 300 * 86_400_000).toISOString(),
  to: new Date(Date.now() + 60 * 86_400_000).toISOString(),
}
const reads: [fn: string, action: string, input: object][] = [
  ['complaint', 'list', { scope: 'queue', limit: 50 }],
  ['complaint', 'list', { scope: 'callbacks', limit: 50 }],
  ['complaint', 'list', { scope: 'mine', limit: 50 }],
  ['complaint', 'people', {}],
  ['desk', 'todo', {}],
  ['desk', 'figures', year],
  ['desk', 'figureList', { figure: 'complaintsResolved', ...year }],
  ['desk', 'figureList', { figure: 'complaintsResolved', ...year, dimension: 'building', value: '35' }],
  ['desk', 'appraisal', { month: new Date().toISOString().slice(0, 7) }],
  ['desk', 'audit', span],
  ['notice', 'inbox', { limit: 50 }],
  ['consult', 'threads', {}],
  ['consult', 'thread', { houseId: 'tianma-35-2' }],
  ['repair', 'get', { id: 'order' }],
  ['repair', 'house', { houseId: 'tianma-35-2' }],
  ['account', 'houses', { query: '35-2' }],
  ['account', 'household', { houseId: 'tianma-35-2' }],
  ['account', 'exportMine', {}],
]
const others = [
  'demo-butler',
  'demo-butler-2',
  'demo-manager',
  'demo-committee',
  'demo-technician',
  'demo-guard',
  'demo-owner',
  'demo2-manager',
]

/** How often the author is mentioned in each answer that others can read, by person and action. */
async function known(): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const who of others) {
    for (const [fn, action, input] of reads) {
      const isRepair = fn === 'repair' && action === 'get'
      const reply: unknown = await estate.call(
        fn,
        { action, input: isRepair ? { id: order.id } : input, requestId: newRequestId() },
        who,
      )
      found[`${who} ${fn}.${action} ${JSON.stringify(input)}`] = (
        JSON.stringify(reply).match(traces) ?? []
      ).length
    }
  }
  return found
}

test('no record, message, audit entry, kept answer or anything else in the database leads to the author; nobody learns more about them than before', async () => {
  const before = await known()
  const photos = [await estate.upload('photo')]
  const voice = { fileID: await estate.upload('sound', 'voice.mp3'), seconds: 9 }
  const changes = await changedBy(async () => {
    id = (
      await estate.with({ requestId }).ok(author, 'complaint', 'submit', {
        category: 'repair',
        content: '师傅在屋里抽烟',
        photos,
        voice,
        anonymous: true,
        about: { kind: 'repair', id: order.id },
      })
    ).id
  })
  expect(changes.map(([place]) => place)).toContain(`complaints/${id}`)
  expect(changes.map(([place]) => place)).not.toContain(`persons/${author}`)
  for (const [place, text] of changes) {
    expect({ place, traces: text.match(traces) }).toEqual({ place, traces: null })
    expect({
      place,
      order: text.includes(order.id) || text.includes(order.no),
      request: text.includes(requestId),
    }).toEqual({ place, order: false, request: false })
  }
  expect(await known()).toEqual(before)
})

test('handling, answering, reopening, running late and closing leave no trace either', async () => {
  const hour = 3_600_000
  const changes = await changedBy(async () => {
    await estate.post('/time', { offsetMs: 25 * hour })
    await estate.post('/tick')
    await estate.ok('demo-butler', 'complaint', 'accept', { id })
    await estate.ok('demo-butler', 'complaint', 'progress', { id, note: '在查' })
    await estate.ok('demo-butler', 'complaint', 'resolve', {
      id,
      outcome: '已批评教育',
      photos: [await estate.upload('photo')],
    })
    expect(
      await estate.ok(author, 'complaint', 'answer', { id, satisfied: 1, note: '还在抽' }),
    ).toMatchObject({ status: 'handling' })
    await estate.ok('demo-manager', 'complaint', 'resolve', { id, outcome: '已调岗' })
    await estate.ok(author, 'complaint', 'answer', { id, satisfied: 5 })
    await estate.post('/tick')
    await estate.ok(author, 'complaint', 'reopen', { id, reason: '又来了' })
  })
  for (const [place, text] of changes)
    expect({ place, traces: text.match(traces) }).toEqual({ place, traces: null })
  expect(
    (await estate.ok(author, 'complaint', 'get', { id })).timeline
      .filter(({ by }) => by.role === 'resident')
      .map(({ by }) => by.name),
  ).toEqual([null, null, null, null])
})

test('no staff but the manager finds out, by any action', async () => {
  for (const who of ['demo-butler', 'demo-butler-2', 'demo-manager']) {
    expect(JSON.stringify(await estate.ok(who, 'complaint', 'get', { id }))).not.toMatch(traces)
    expect(await estate.ok(who, 'complaint', 'history', { id })).toEqual({ items: [], repairs: [] })
    expect(await estate.as(who, 'complaint', 'contact', { id })).toMatchObject({ ok: false })
  }
  expect(await estate.as('demo-butler', 'complaint', 'reveal', { id })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  for (const who of ['demo-owner', 'demo-family', 'demo-technician', 'demo-committee', 'demo2-manager']) {
    expect(await estate.as(who, 'complaint', 'get', { id })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
})

test('nobody can record a call to an author whom they cannot know', async () => {
  await estate.ok('demo-manager', 'complaint', 'resolve', { id, outcome: '已处理' })
  expect(
    await estate.as('demo-butler-2', 'complaint', 'callBack', { id, reached: true, satisfied: 5 }),
  ).toMatchObject({ error: { code: 'CONFLICT', message: expect.stringContaining('匿名') as string } })
  expect(
    (await estate.ok('demo-butler-2', 'complaint', 'list', { scope: 'callbacks', limit: 50 })).items.map(
      item => item.id,
    ),
  ).not.toContain(id)
})

test('every envelope has the same length for any author and any subject', async () => {
  const lengths = new Set<number>()
  await estate.ok('demo-owner', 'account', 'updateProfile', { name: '欧阳夏侯司马诸葛上官皇甫令狐' })
  const about = {
    kind: 'repair',
    id: (
      await estate.ok('demo-owner', 'repair', 'create', {
        place: 'house',
        houseId: 'tianma-1',
        category: 'water',
        urgency: 'normal',
        description: '漏水',
      })
    ).id,
  }
  for (const [who, more] of [
    ['demo-owner', {}],
    ['demo-owner', { about }],
    ['demo-owner-2', {}],
    [author, {}],
  ] as const) {
    const made = await estate.ok(who, 'complaint', 'submit', {
      category: 'noise',
      content: '夜里施工',
      anonymous: true,
      ...more,
    })
    const text = (await snapshot()).get(`complaints/${made.id}`) ?? ''
    lengths.add((JSON.parse(text) as { sealed: string }).sealed.length)
  }
  expect(lengths.size).toBe(1)
})

test('an anonymous complaint is never made from a conversation, and never appears in one', async () => {
  expect(
    await estate.as('demo-butler', 'consult', 'say', {
      houseId: 'tianma-35-2',
      made: { kind: 'complaint', id },
    }),
  ).toMatchObject({ error: { code: 'FORBIDDEN' } })
  const { id: fromMessage } = await estate.ok(author, 'consult', 'say', {
    houseId: 'tianma-35-2',
    text: 'The technician smokes',
  })
  expect(
    await estate.as('demo-butler', 'complaint', 'submit', {
      category: 'repair',
      content: '抽烟',
      houseId: 'tianma-35-2',
      anonymous: true,
      fromMessage,
    }),
  ).toMatchObject({ error: { fields: { anonymous: expect.any(String) as string } } })
})

test('the author finds the complaint, sees its progress, and rates it in place of a call', async () => {
  expect(
    (await estate.ok(author, 'complaint', 'list', { scope: 'mine', limit: 50 })).items.map(item => item.id),
  ).toContain(id)
  const { actions, asked } = await estate.ok(author, 'complaint', 'get', { id })
  expect({ asked, answers: actions.includes('answer') }).toEqual({ asked: true, answers: true })
  expect(await estate.ok(author, 'complaint', 'answer', { id, satisfied: 4 })).toMatchObject({
    status: 'called_back',
  })
})

test('the manager reveals the author, with the repair that the complaint is about, and the audit has it', async () => {
  expect(await estate.ok('demo-manager', 'complaint', 'reveal', { id })).toEqual({
    name: 'Alex Sample',
    phone: '19900000002',
    house: '35-2',
    order: { id: order.id, no: order.no },
  })
  const day = {
    from: new Date(Date.now() - 3_600_000).toISOString(),
    to: new Date(Date.now() + 3_600_000).toISOString(),
  }
  const { items } = await estate.ok('demo-manager', 'desk', 'audit', day)
  expect(items.some(item => item.did === 'complaint.reveal' && item.record === id)).toBe(true)
})

test('erasing a person does not reveal the author by what their records have in common', async () => {
  await estate.ok(author, 'account', 'erase', { confirm: true })
  const text = (await snapshot()).get(`complaints/${id}`) ?? ''
  const { authorKey, sealed } = JSON.parse(text) as { authorKey: string; sealed: null }
  expect(sealed).toBeNull()
  const elsewhere = [...(await snapshot())]
    .filter(([place, each]) => place !== `complaints/${id}` && each.includes(authorKey))
    .map(([place]) => place)
  expect(elsewhere).toEqual([])
  expect(await estate.as('demo-manager', 'complaint', 'reveal', { id })).toMatchObject({
    error: { code: 'CONFLICT' },
  })
})
