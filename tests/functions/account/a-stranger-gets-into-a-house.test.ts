import { sceneOf } from '../../../tools/demo/estates'
import { emptyHouse, expectedOwner } from '../../../tools/demo/register'
import { eventually, startEstate, type Estate } from '../support/estate'

jest.setTimeout(120_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const scene = sceneOf(emptyHouse)
const housesOf = async (who: string): Promise<string[]> =>
  (await estate.ok(who, 'account', 'session')).houses.map(house => house.id)
const inbox = async (who: string): Promise<string[]> =>
  (await estate.ok(who, 'notice', 'inbox')).items.map(message => message.title)

test('the registered owner is bound at once, and repeating the request changes nothing', async () => {
  const bind = () =>
    estate
      .with({ requestId: 'bind-the-owner' })
      .ok('new-owner', 'account', 'bind', { scene, ...expectedOwner, relation: 'owner' })
  const first = await bind()
  expect(first).toMatchObject({ status: 'active', houseId: emptyHouse, needs: [] })
  expect(await bind()).toEqual(first)
  expect(await housesOf('new-owner')).toEqual([emptyHouse])
})

test('a bound person belongs to the groups that pushes look for', async () => {
  const { people } = await estate.ok('demo-butler', 'notice', 'reach', {
    audience: { kind: 'houses', ids: [emptyHouse] },
  })
  expect(people).toBe(1)
})

test('a family member waits for the owner or the butler, and both are asked', async () => {
  const { id, status, needs } = await estate.ok('new-child', 'account', 'bind', {
    scene,
    name: '钱孩子',
    phone: '19900008881',
    relation: 'family',
  })
  expect({ status, needs }).toEqual({ status: 'pending', needs: ['owner', 'butler'] })
  expect((await estate.ok('new-child', 'account', 'session')).pending).toMatchObject([
    { id: emptyHouse, relation: 'family' },
  ])
  expect(await estate.as('new-child', 'repair', 'list', { scope: 'mine' })).toMatchObject({
    error: { code: 'NOT_BOUND' },
  })
  await eventually(async () => (await inbox('new-owner')).includes('有人申请加入您的房屋，请确认'))
  await eventually(async () => (await inbox('demo-butler')).includes('有住户申请绑定房屋'))

  expect(await estate.as('demo-owner', 'account', 'decideBinding', { id, approve: true })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  expect(await estate.ok('demo-butler', 'account', 'decideBinding', { id, approve: true })).toMatchObject({
    status: 'pending',
    needs: ['owner'],
  })
  expect(await housesOf('new-child')).toEqual([])
  expect(await estate.ok('new-owner', 'account', 'decideBinding', { id, approve: true })).toMatchObject({
    status: 'active',
    needs: [],
  })
  expect(await housesOf('new-child')).toEqual([emptyHouse])
  await eventually(async () => (await inbox('new-child')).includes('房屋绑定已通过'))
  expect(await estate.as('demo-butler', 'account', 'decideBinding', { id, approve: true })).toMatchObject({
    error: { code: 'CONFLICT' },
  })
})

test('an owner whose phone is not in the register waits for the butler, who must give a reason to refuse', async () => {
  const { id, status, needs } = await estate.ok('pretender', 'account', 'bind', {
    scene,
    name: '冒名',
    phone: '19900007777',
    relation: 'owner',
  })
  expect({ status, needs }).toEqual({ status: 'pending', needs: ['butler'] })
  expect(
    await estate.as('pretender', 'account', 'bind', {
      scene,
      name: '冒名',
      phone: expectedOwner.phone,
      relation: 'owner',
    }),
  ).toMatchObject({ error: { code: 'CONFLICT' } })
  expect(await estate.as('demo-butler', 'account', 'decideBinding', { id, approve: false })).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { reason: expect.any(String) } },
  })
  expect(
    await estate.ok('demo-butler', 'account', 'decideBinding', { id, approve: false, reason: '与登记不符' }),
  ).toMatchObject({ status: 'refused', reason: '与登记不符' })
  expect(await housesOf('pretender')).toEqual([])
})

test('nobody applies more than five times an hour, not even at once', async () => {
  const wrong = `h${'0'.repeat(24)}`
  const burst = await Promise.all(
    Array.from({ length: 20 }, () =>
      estate.as('guesser', 'account', 'bind', {
        scene: wrong,
        name: '猜',
        phone: '19900006666',
        relation: 'owner',
      }),
    ),
  )
  expect(burst.filter(reply => !reply.ok && reply.error.code === 'FORBIDDEN')).toHaveLength(5)
  const stopped = burst.filter(reply => !reply.ok && reply.error.code === 'TOO_MANY')
  expect(stopped).toHaveLength(15)
  expect(stopped.every(reply => !reply.ok && (reply.error.retryAfter ?? 0) > 0)).toBe(true)
})

test('a phone number that WeChat vouches for is taken, and its code works once', async () => {
  const building = await estate.ok('demo-butler', 'account', 'buildingCode', { building: '59' })
  const input = {
    scene: building.scene,
    houseId: 'tianma-59-3',
    name: '新租客',
    phoneCode: 'demo-phone-19900005555',
    relation: 'tenant',
    until: '2099-01-01T00:00:00.000Z',
  }
  expect(await estate.as('new-tenant', 'account', 'bind', { ...input, houseId: undefined })).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { houseId: expect.any(String) } },
  })
  expect(await estate.as('new-tenant', 'account', 'bind', { ...input, houseId: 'tianma-1' })).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  })
  expect(await estate.ok('new-tenant', 'account', 'bind', input)).toMatchObject({ status: 'pending' })
  expect(await estate.as('other-tenant', 'account', 'bind', input)).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { phoneCode: expect.any(String) } },
  })
})

test('a tenancy ends by itself: the tenant has no house and is notified once', async () => {
  const day = 24 * 3_600_000
  const until = new Date(Date.now() + 3 * day).toISOString()
  const tenant = { scene, name: '短租', phone: '19900004444', relation: 'tenant' }
  expect(await estate.as('short-tenant', 'account', 'bind', tenant)).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { until: expect.any(String) } },
  })
  const { id } = await estate.ok('short-tenant', 'account', 'bind', { ...tenant, until })
  await estate.ok('new-owner', 'account', 'decideBinding', { id, approve: true })
  await estate.ok('demo-butler', 'account', 'decideBinding', { id, approve: true })
  expect(await housesOf('short-tenant')).toEqual([emptyHouse])
  await estate.post('/time', { offsetMs: 4 * day })
  expect(await housesOf('short-tenant')).toEqual([])
  await estate.post('/tick')
  await estate.post('/tick')
  expect(
    (await estate.ok('demo-butler', 'account', 'bindings', { houseId: emptyHouse })).items.find(
      binding => binding.id === id,
    ),
  ).toMatchObject({ status: 'ended' })
  expect((await inbox('short-tenant')).filter(title => title === '租期已到，房屋绑定已结束')).toHaveLength(1)
  await estate.post('/time', { offsetMs: 0 })
})

test('a renewed code stops the old one', async () => {
  const { scene: renewed, url } = await estate.ok('demo-butler', 'account', 'renewCode', {
    houseId: 'tianma-2',
  })
  expect(await estate.as('anybody', 'account', 'lookupCode', { scene: sceneOf('tianma-2') })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  expect(await estate.ok('anybody', 'account', 'lookupCode', { scene: renewed })).toEqual({
    estate: { 'zh-CN': '天马·相城', en: 'Tianma Xiangcheng' },
    building: null,
    houses: [{ id: 'tianma-2', code: '2' }],
  })
  expect((await fetch(url)).headers.get('content-type')).toContain('image/png')
})

test('a person who leaves, or is removed, has no house on the next call', async () => {
  const [binding] = (await estate.ok('new-child', 'account', 'bindings', { mine: true, status: 'active' }))
    .items
  await estate.ok('new-owner', 'account', 'unbind', { id: binding?.id })
  expect(await housesOf('new-child')).toEqual([])
  await eventually(async () => (await inbox('new-child')).includes('您与房屋的绑定已解除'))
})

test('a household’s details are deleted with its last member', async () => {
  await estate.ok('demo-tenant', 'account', 'saveHousehold', { houseId: 'tianma-35-2', pets: '一只猫' })
  const bindings = (
    await estate.ok('demo-butler', 'account', 'bindings', { houseId: 'tianma-35-2', status: 'active' })
  ).items
  expect(bindings.length).toBeGreaterThan(1)
  for (const { id } of bindings.slice(1)) await estate.ok('demo-butler', 'account', 'unbind', { id })
  expect((await estate.ok('demo-butler', 'account', 'household', { houseId: 'tianma-35-2' })).pets).toBe(
    '一只猫',
  )
  await estate.ok('demo-butler', 'account', 'unbind', { id: bindings[0]?.id })
  await eventually(async () => {
    await estate.post('/tick')
    return (await estate.ok('demo-butler', 'account', 'household', { houseId: 'tianma-35-2' })).pets === ''
  })
})

test('the courier repairs a binding whose write to the person was lost', async () => {
  const { id } = await estate.ok('lost-child', 'account', 'bind', {
    scene,
    name: '钱小二',
    phone: '19900003333',
    relation: 'family',
  })
  await estate.ok('new-owner', 'account', 'decideBinding', { id, approve: true })
  // Every second call fails after its write: the courier repairs what the approval lost.
  await estate.post('/faults', { action: 'database.modifyDocument', rate: 0.5, kind: 'error' })
  await estate
    .with({ requestId: 'approve-lost-child' })
    .as('demo-butler', 'account', 'decideBinding', { id, approve: true })
  await estate.post('/faults', { rate: 0, kind: 'error' })
  await estate
    .with({ requestId: 'approve-lost-child' })
    .as('demo-butler', 'account', 'decideBinding', { id, approve: true })
  await eventually(async () => {
    await estate.post('/tick')
    return (await housesOf('lost-child')).includes(emptyHouse)
  })
})
