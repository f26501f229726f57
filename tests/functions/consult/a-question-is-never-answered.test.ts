import { eventually, newRequestId, startEstate, type Estate } from '../support/estate'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())
afterEach(() => estate.post('/time', { offsetMs: 0 }))

const houseId = 'tianma-1'
const say = (who: string, more: object, requestId = newRequestId()) =>
  estate.with({ requestId }).ok(who, 'consult', 'say', { houseId, ...more })
const read = (who: string) => estate.ok(who, 'consult', 'thread', { houseId })
const titles = async (who: string) =>
  (await estate.ok(who, 'notice', 'inbox', { limit: 50 })).items.map(item => item.title)
const minute = 60_000
const later = async (offsetMs: number) => {
  await estate.post('/time', { offsetMs })
  await estate.post('/tick')
}

test('a question sent twice is asked once; the desk’s answer stops the clock', async () => {
  const requestId = newRequestId()
  for (let n = 0; n < 2; n++) await say('demo-owner', { text: '游泳池几点开？' }, requestId)
  expect((await read('demo-owner')).items).toHaveLength(1)
  await eventually(async () => (await titles('demo-butler')).includes('住户咨询'))
  const { thread } = await read('demo-butler')
  expect(Date.parse(thread?.answerBy ?? '') - Date.parse(thread?.waitsSince ?? '')).toBe(15 * minute)
  // A second question does not restart the clock.
  await later(5 * minute)
  await say('demo-family', { text: '还有，要带泳帽吗？' })
  expect((await read('demo-butler')).thread?.answerBy).toBe(thread?.answerBy)
  expect((await estate.ok('demo-butler', 'desk', 'todo')).items.some(item => item.kind === 'consult')).toBe(
    true,
  )
  await say('demo-butler', { text: '早上七点到晚上九点，请带泳帽' })
  expect((await read('demo-owner')).thread).toMatchObject({ waitsSince: null, answerBy: null })
  await later(20 * minute)
  expect((await titles('demo-manager')).filter(title => title.includes('超时'))).toHaveLength(0)
  await eventually(async () => (await titles('demo-family')).includes('管家回复了您'))
})

test('when nobody answers, the manager is notified once', async () => {
  await later(60 * minute)
  await say('demo-owner', { text: '门禁卡丢了怎么办？' })
  await later(74 * minute)
  expect((await titles('demo-manager')).filter(title => title.includes('超时'))).toHaveLength(0)
  for (const minutes of [76, 77, 90]) await later(minutes * minute)
  await eventually(async () => (await titles('demo-manager')).some(title => title.includes('超时')))
  expect((await titles('demo-manager')).filter(title => title.includes('超时'))).toHaveLength(1)
})

test('a note to the next shift is not shown to the house and does not stop the clock', async () => {
  await later(100 * minute)
  await estate.ok('demo-butler', 'consult', 'handOver', { houseId, note: '已问安保，等回话' })
  expect(JSON.stringify(await read('demo-owner'))).not.toContain('已问安保')
  const seen = await read('demo-butler-2')
  expect(seen.items.find(({ handOver }) => handOver)).toMatchObject({ text: '已问安保，等回话' })
  expect(seen.thread?.waitsSince).not.toBeNull()
  // The next shift sees it in the list, until the house has its answer.
  const listed = async () =>
    (await estate.ok('demo-butler-2', 'consult', 'threads', { waiting: true })).items.find(
      thread => thread.houseId === houseId,
    )
  expect(await listed()).toMatchObject({ handOver: '已问安保，等回话' })
  await say('demo-owner', { text: '还在吗？' })
  expect(await listed()).toMatchObject({ handOver: '已问安保，等回话', lastText: '还在吗？' })
  await say('demo-butler-2', { text: '安保说可以补办' })
  expect((await read('demo-butler')).thread).toMatchObject({ handOver: null, waitsSince: null })
})

test('a hand-over repeated after the desk’s answer leaves the question answered', async () => {
  await later(110 * minute)
  await say('demo-owner', { text: '充电桩坏了' })
  const requestId = newRequestId()
  await estate.with({ requestId }).ok('demo-butler', 'consult', 'handOver', { houseId, note: '已报厂家' })
  expect((await read('demo-butler')).thread).toMatchObject({ handOver: '已报厂家' })
  await say('demo-butler-2', { text: '厂家明早来' })
  expect(
    await estate.with({ requestId }).ok('demo-butler', 'consult', 'handOver', { houseId, note: '已报厂家' }),
  ).toMatchObject({ text: '已报厂家', handOver: true })
  expect((await read('demo-butler')).thread).toMatchObject({ handOver: null })
})

test('two butlers make records of the same message: one complaint and one repair', async () => {
  const { id: fromMessage } = await say('demo-owner', { text: '楼道灯又不亮' })
  const complaint = { category: 'facility', content: '楼道灯又不亮', houseId, fromMessage }
  const repair = {
    place: 'house',
    houseId,
    category: 'lighting',
    urgency: 'normal',
    description: '楼道灯又不亮',
    fromMessage,
  }
  const complaints = await Promise.all(
    ['demo-butler', 'demo-butler-2'].map(who => estate.ok(who, 'complaint', 'submit', complaint)),
  )
  const repairs = await Promise.all(
    ['demo-butler', 'demo-butler-2'].map(who => estate.ok(who, 'repair', 'create', repair)),
  )
  expect([new Set(complaints.map(({ id }) => id)).size, new Set(repairs.map(({ id }) => id)).size]).toEqual([
    1, 1,
  ])
})

test('a question repeated after the answer does not wait again', async () => {
  await later(120 * minute)
  const requestId = newRequestId()
  await say('demo-owner', { text: '门禁卡在哪里补？' }, requestId)
  await say('demo-butler', { text: '前台' })
  await later(123 * minute)
  await say('demo-owner', { text: '门禁卡在哪里补？' }, requestId)
  expect((await read('demo-butler')).thread).toMatchObject({ waitsSince: null, lastText: '前台' })
})

test('a message without words is described in its reader’s language', async () => {
  await estate.ok('demo-butler-2', 'account', 'updateProfile', { lang: 'en' })
  await estate.ok('demo-tenant', 'consult', 'say', {
    houseId: 'tianma-35-2',
    photos: [await estate.upload('photo')],
  })
  expect(
    (await estate.ok('demo-butler', 'consult', 'threads', { waiting: true })).items.find(
      thread => thread.houseId === 'tianma-35-2',
    ),
  ).toMatchObject({ lastText: '', lastIs: 'photo' })
  const bodies = async (who: string, lang: string) =>
    (await estate.with({ lang }).ok(who, 'notice', 'inbox', { limit: 50 })).items.map(({ body }) => body)
  await eventually(
    async () =>
      (await bodies('demo-butler-2', 'en')).includes('[photo]') &&
      (await bodies('demo-butler', 'zh-CN')).includes('[图片]'),
  )
})

test('a question becomes a repair in its author’s name, with its photos, and the conversation shows it', async () => {
  const photo = await estate.upload('photo')
  const { id: fromMessage } = await say('demo-owner', { text: '厨房水压很低', photos: [photo] })
  const order = await estate.ok('demo-butler', 'repair', 'create', {
    place: 'house',
    houseId,
    category: 'water',
    urgency: 'normal',
    description: '厨房水压很低',
    photos: [photo],
    fromMessage,
  })
  expect(order).toMatchObject({ reporter: { name: '周示例' }, photos: [photo] })
  expect(
    (await estate.ok('demo-owner', 'repair', 'list', { scope: 'mine' })).items.map(({ id }) => id),
  ).toContain(order.id)
  expect(await say('demo-butler', { made: { kind: 'repair', id: order.id, of: fromMessage } })).toMatchObject(
    { made: { kind: 'repair', no: order.no, of: fromMessage } },
  )
  // A repair takes a message of the greatest length whole.
  const long = '水'.repeat(500)
  expect((await say('demo-owner', { text: long })).text).toBe(long)
  expect(
    (
      await estate.ok('demo-owner', 'repair', 'create', {
        place: 'house',
        houseId,
        category: 'water',
        urgency: 'normal',
        description: long,
      })
    ).description,
  ).toBe(long)
  expect(await estate.as('demo-owner', 'consult', 'say', { houseId, text: `${long}水` })).toMatchObject({
    error: { fields: { text: expect.any(String) as string } },
  })
  const complaint = await estate.ok('demo-butler', 'complaint', 'submit', {
    category: 'facility',
    content: '水压一直很低',
    houseId,
    fromMessage,
  })
  expect(
    (await estate.ok('demo-owner', 'complaint', 'list', { scope: 'mine' })).items.map(({ id }) => id),
  ).toContain(complaint.id)
})

test('nobody files in a resident’s name without their message, and no other house reads it', async () => {
  const { id: fromMessage } = await say('demo-owner', { text: '灯坏了' })
  const order = { place: 'house', houseId, category: 'lighting', urgency: 'normal', description: '灯坏了' }
  for (const [who, input] of [
    ['demo-butler', order],
    ['demo2-butler', { ...order, fromMessage }],
    ['demo-owner-2', { ...order, fromMessage }],
    ['demo-butler', { ...order, fromMessage: 'no-such-message' }],
    ['demo-butler', { ...order, houseId: 'tianma-44-1', fromMessage }],
  ] as const) {
    expect(await estate.as(who, 'repair', 'create', input)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
  expect(
    await estate.as('demo-butler', 'complaint', 'submit', { category: 'noise', content: '夜里施工' }),
  ).toMatchObject({ error: { code: 'FORBIDDEN' } })
  for (const who of ['demo-owner-2', 'demo-guard', 'demo2-butler'])
    expect(await estate.as(who, 'consult', 'thread', { houseId })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
  expect(await estate.as('demo-owner', 'consult', 'say', { houseId })).toMatchObject({
    error: { fields: { text: expect.any(String) as string } },
  })
})

test('a complaint by voice has its length and needs no words', async () => {
  const voice = { fileID: await estate.upload('sound', 'voice.mp3'), seconds: 12 }
  const { id } = await estate.ok('demo-owner', 'complaint', 'submit', { category: 'noise', houseId, voice })
  const seen = await estate.ok('demo-butler', 'complaint', 'get', { id })
  expect(seen).toMatchObject({ content: '', voice: { seconds: 12 } })
  expect(seen.pictures[voice.fileID]).toBeTruthy()
  expect(await estate.as('demo-owner', 'complaint', 'submit', { category: 'noise', houseId })).toMatchObject({
    error: { fields: { content: expect.any(String) as string } },
  })
  expect(
    await estate.as('demo-owner', 'complaint', 'submit', {
      category: 'noise',
      houseId,
      voice: { ...voice, seconds: 61 },
    }),
  ).toMatchObject({ error: { code: 'INVALID_INPUT' } })
  expect((await estate.ok('demo-butler', 'complaint', 'history', { id })).items.length).toBeGreaterThan(0)
})
