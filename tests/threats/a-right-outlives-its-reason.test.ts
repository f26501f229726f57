import { emptyHouse } from '../../tools/demo/register'
import { openOn } from '../functions/visitor/support'
import { aTap, eventually, newRequestId, startEstate, type Estate } from '../functions/support/estate'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const day = 24 * 3_600_000
const home = 'tianma-2'
const forbidden = { error: { code: 'FORBIDDEN' } }
const housesOf = async (who: string): Promise<string[]> =>
  (await estate.ok(who, 'account', 'session')).houses.map(house => house.id)

/** A new member of the house, approved by the butler and by the owner where there is one. */
async function join(openid: string, houseId = home): Promise<string> {
  const { scene } = await estate.ok('demo-butler', 'account', 'houseCode', { houseId })
  const { id } = await estate.ok(openid, 'account', 'bind', {
    scene,
    name: '新成员',
    phone: '19900007001',
    relation: 'family',
  })
  const approved = await estate.ok('demo-butler', 'account', 'decideBinding', { id, approve: true })
  if (approved.status !== 'active')
    await estate.ok('resident-002', 'account', 'decideBinding', { id, approve: true })
  expect(await housesOf(openid)).toContain(houseId)
  return id
}

const leaveHouse = async (openid: string, id: string) => estate.ok(openid, 'account', 'unbind', { id })

/** Everything that a member can hold by the membership: pass, permit and seat. */
async function takeEverything(openid: string, plate: string) {
  const pass = await estate.ok(openid, 'visitor', 'create', {
    houseId: home,
    name: '李四',
    party: 1,
    kind: 'multi',
    uses: 5,
    from: new Date(Date.now() - 60_000).toISOString(),
    to: new Date(Date.now() + day).toISOString(),
  })
  const guest = await openOn(estate.ok, pass)
  const permit = await estate.ok(openid, 'parking', 'register', {
    houseId: home,
    plate,
    vehicle: 'car',
    permit: 'monthly',
  })
  const event = await anEvent()
  await estate.ok(openid, 'event', 'signUp', { id: event, party: 1 })
  return { pass, guest, permit, event }
}

async function anEvent(): Promise<string> {
  const now = Date.now()
  const { id } = await estate.ok('demo-butler', 'event', 'publish', {
    title: '茶会',
    body: '一起喝茶',
    place: '会所',
    startsAt: new Date(now + 3 * day).toISOString(),
    endsAt: new Date(now + 3 * day + 3_600_000).toISOString(),
    signUpUntil: new Date(now + 2 * day).toISOString(),
    capacity: 10,
  })
  return id
}

async function expectNothingLeft({ guest, permit, event }: Awaited<ReturnType<typeof takeEverything>>) {
  await eventually(async () => {
    const verdict = await estate.ok('demo-guard', 'visitor', 'scan', {
      payload: guest.show(),
      gate: 'east',
    })
    return !verdict.admit && verdict.reason === 'REVOKED'
  })
  await eventually(async () =>
    ['ended', 'cancelled'].includes(
      (await estate.ok('demo-butler', 'parking', 'get', { id: permit.id })).state,
    ),
  )
  await eventually(
    async () => (await estate.ok('demo-butler', 'event', 'roster', { id: event })).items.length === 0,
  )
}

test('a person who leaves a house leaves no pass, no permit and no seat behind', async () => {
  const id = await join('leaver')
  const held = await takeEverything('leaver', '沪A10001')
  await leaveHouse('leaver', id)
  expect(await housesOf('leaver')).toEqual([])
  await expectNothingLeft(held)
})

test('an erased person leaves no pass, no permit and no seat behind', async () => {
  await join('eraser')
  const held = await takeEverything('eraser', '沪A10002')
  await estate.ok('eraser', 'account', 'erase', { confirm: true })
  await expectNothingLeft(held)
})

test('the right ends although the answer to the end was lost, at the repetition or at the timer', async () => {
  for (const repeats of [true, false]) {
    const openid = `lost-${String(repeats)}`
    const id = await join(openid)
    const once = estate.with({ requestId: newRequestId() })
    await estate.post('/faults', { action: 'database.modifyDocument', rate: 1, kind: 'timeout-after-write' })
    expect(await once.as(openid, 'account', 'unbind', { id })).toMatchObject({ ok: false })
    await estate.post('/faults', { rate: 0 })
    if (repeats) await once.ok(openid, 'account', 'unbind', { id })
    else await estate.post('/tick')
    await eventually(async () => (await housesOf(openid)).length === 0)
  }
})

test('a person who is refused in one estate reaches the other, where they belong', async () => {
  const id = await join('two-estates')
  await estate.ok('demo2-manager', 'account', 'grant', { openid: 'two-estates', role: 'guard', name: '两地' })
  await leaveHouse('two-estates', id)
  const session = await estate.ok('two-estates', 'account', 'session')
  expect(session).toMatchObject({ estate: { id: 'second' }, roles: ['guard'] })
  expect(await estate.as('two-estates', 'visitor', 'inside')).toMatchObject({ ok: true })
  expect(await estate.ok('two-estates', 'account', 'switchEstate', { estateId: 'second' })).toEqual({
    estateId: 'second',
  })
  expect(await estate.as('two-estates', 'account', 'switchEstate', { estateId: 'tianma' })).toMatchObject(
    forbidden,
  )
})

test('a post that another estate grants neither renames a resident nor blocks their erasure', async () => {
  await join('renamed')
  await estate.ok('renamed', 'account', 'updateProfile', { name: '本名' })
  await estate.ok('demo2-manager', 'account', 'grant', { openid: 'renamed', role: 'guard', name: '外号' })
  expect((await estate.ok('renamed', 'account', 'session')).person.name).toBe('本名')
  expect(await estate.ok('renamed', 'account', 'erase', { confirm: true })).toEqual({ erased: true })
  const { items } = await estate.ok('demo2-manager', 'account', 'staff')
  expect(items.map(({ openid }) => openid)).not.toContain('renamed')
})

test('the order of a technician whose post is revoked can be assigned anew', async () => {
  await estate.ok('demo-manager', 'account', 'grant', {
    openid: 'ex-tech',
    role: 'technician',
    name: '钱师傅',
  })
  const { id } = await estate.ok('demo-owner', 'repair', 'create', aTap)
  await estate.ok('demo-butler', 'repair', 'assign', { id, technician: 'ex-tech' })
  await estate.ok('ex-tech', 'repair', 'start', { id })
  await estate.ok('demo-manager', 'account', 'revoke', { openid: 'ex-tech', role: 'technician' })
  await eventually(
    async () => (await estate.ok('demo-butler', 'repair', 'get', { id })).status === 'accepted',
  )
  const order = await estate.ok('demo-butler', 'repair', 'assign', { id, technician: 'demo-technician' })
  expect(order).toMatchObject({ status: 'assigned', assignee: { id: 'demo-technician' } })
})

test('a building code and a typed phone of the owner do not open the house', async () => {
  const { scene } = await estate.ok('demo-butler', 'account', 'buildingCode', { building: '44' })
  const house = (await estate.ok('demo-butler', 'account', 'houses', { query: '44-2' })).items[0]
  await estate.ok('demo-manager', 'account', 'importHouses', {
    rows: [
      {
        code: house?.code,
        building: house?.building,
        unit: house?.unit ?? undefined,
        room: house?.room,
        areaM2: house?.areaM2 ?? undefined,
        ownerName: '真业主',
        ownerPhone: '19900007002',
      },
    ],
  })
  const asOwner = { scene, houseId: house?.id, name: '真业主', relation: 'owner' }
  expect(await estate.ok('guesser', 'account', 'bind', { ...asOwner, phone: '19900007002' })).toMatchObject({
    status: 'pending',
    needs: ['butler'],
  })
})

test('as many approvals at once as there are applicants let no more in than the estate allows', async () => {
  await estate.ok('demo2-manager', 'account', 'updateSettings', { account: { peoplePerHouse: 3 } })
  const { scene } = await estate.ok('demo2-butler', 'account', 'houseCode', { houseId: 'second-1-2' })
  const ask = async (n: number) => {
    const asked = { scene, name: '申请人', phone: `1990000710${String(n)}`, relation: 'family' }
    return (await estate.ok(`crowd-${String(n)}`, 'account', 'bind', asked)).id
  }
  const ids = await Promise.all(Array.from({ length: 8 }, (_, n) => ask(n)))
  const decide = (id: string) =>
    estate.retry('demo2-butler', 'account', 'decideBinding', { id, approve: true })
  const replies = await Promise.all(ids.map(decide))
  const refused = replies.flatMap(reply => (reply.ok ? [] : [reply.error.code]))
  expect(new Set(refused)).toEqual(new Set(['FULL']))
  const bound = await Promise.all(ids.map((_, n) => housesOf(`crowd-${String(n)}`)))
  expect(bound.flat()).toHaveLength(3)
})

test('the details of a household stay with the members who knew them', async () => {
  const houseId = emptyHouse
  const first = await join('first-tenant', houseId)
  const details = { houseId, preferences: '钥匙在门垫下' }
  await estate.ok('first-tenant', 'account', 'saveHousehold', details)
  const second = await join('next-tenant', houseId)
  expect(await estate.ok('next-tenant', 'account', 'household', { houseId })).toMatchObject({
    preferences: '',
  })
  expect(await estate.ok('demo-butler', 'account', 'household', { houseId })).toMatchObject(details)
  await estate.ok('next-tenant', 'account', 'saveHousehold', { houseId, pets: '一只猫' })
  expect(await estate.ok('first-tenant', 'account', 'household', { houseId })).toMatchObject({
    ...details,
    pets: '一只猫',
  })
  await leaveHouse('first-tenant', first)
  await leaveHouse('next-tenant', second)
  await eventually(async () => {
    const left = await estate.ok('demo-butler', 'account', 'household', { houseId })
    return left.preferences === '' && left.pets === ''
  })
})
