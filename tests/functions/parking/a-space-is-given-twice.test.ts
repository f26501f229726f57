import { newRequestId, startEstate, type Estate } from '../support/estate'
import { aCar, anActiveCar, makeSpaces, newPlate } from './support'
import { inDays } from '../support/times'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const approve = (id: string, more: object = {}) =>
  estate.as('demo-butler', 'parking', 'approve', { id, until: inDays(30), ...more })

test('the last space is approved for two at once: one gets it, the other waits for the next', async () => {
  await makeSpaces(estate.ok, ['L-1'], '末位区', 'motorcycle')
  const first = await aCar(estate.ok, { vehicle: 'motorcycle' })
  const second = await aCar(estate.ok, { vehicle: 'motorcycle' }, 'demo-owner-2', 'tianma-44-1')
  const both = await Promise.all([first, second].map(({ id }) => approve(id, { space: 'L-1' })))
  expect(both.map(reply => reply.ok).sort()).toEqual([false, true])
  expect(both.find(reply => !reply.ok)).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining('车位') as string },
  })
  const [winner, loser] = both[0]?.ok ? [first, second] : [second, first]
  expect((await estate.ok('demo-butler', 'parking', 'spaces', { area: '末位区' })).items).toMatchObject([
    { no: 'L-1', state: 'taken', plate: winner.plate },
  ])
  expect(await approve(loser.id)).toMatchObject({ data: { state: 'waiting' } })
  const owner = loser === first ? 'demo-owner' : 'demo-owner-2'
  expect(await estate.ok(owner, 'parking', 'get', { id: loser.id })).toMatchObject({
    state: 'waiting',
    position: 1,
  })
  expect(await approve(loser.id, { space: 'L-1' })).toMatchObject({ error: { code: 'CONFLICT' } })
  await estate.ok(winner === first ? 'demo-owner' : 'demo-owner-2', 'parking', 'cancel', { id: winner.id })
  expect(await approve(loser.id, { space: 'L-1' })).toMatchObject({ data: { state: 'active', space: 'L-1' } })
})

test('the household that has waited longest comes first', async () => {
  await makeSpaces(estate.ok, ['W-1'], '排队区', 'bicycle')
  const holder = await aCar(estate.ok, { vehicle: 'bicycle', plate: undefined, note: '红色' })
  expect(await approve(holder.id, { space: 'W-1' })).toMatchObject({ data: { state: 'active' } })
  const early = await aCar(
    estate.ok,
    { vehicle: 'bicycle', plate: undefined, note: '蓝色' },
    'demo-owner-2',
    'tianma-44-1',
  )
  await approve(early.id)
  const late = await aCar(estate.ok, { vehicle: 'bicycle', plate: undefined, note: '绿色' })
  await estate.ok('demo-owner', 'parking', 'cancel', { id: holder.id })
  expect(await approve(late.id, { space: 'W-1' })).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining('44-1') as string },
  })
  expect(await approve(late.id)).toMatchObject({ error: { fields: { space: expect.any(String) as string } } })
  expect(await approve(early.id, { space: 'W-1' })).toMatchObject({ data: { space: 'W-1' } })
})

test('of twenty applications at once the house gets exactly its quota', async () => {
  const house = (await estate.ok('demo-tenant', 'account', 'session', {})).houses[0]?.id ?? ''
  const replies = await Promise.all(
    Array.from({ length: 20 }, () =>
      estate.as('demo-tenant', 'parking', 'register', {
        houseId: house,
        plate: newPlate(),
        vehicle: 'car',
        permit: 'temporary',
      }),
    ),
  )
  expect(replies.filter(reply => reply.ok)).toHaveLength(2)
  expect(replies.filter(reply => !reply.ok && reply.error.code === 'FULL')).toHaveLength(18)
  expect((await estate.ok('demo-tenant', 'parking', 'quota', { houseId: house })).items).toContainEqual({
    vehicle: 'car',
    most: 2,
    used: 2,
  })
})

test('a plate is granted once, and a car needs a plate', async () => {
  const plate = newPlate()
  await anActiveCar(estate.ok, plate)
  expect(
    await estate.as('demo-owner-2', 'parking', 'register', {
      houseId: 'tianma-44-1',
      plate,
      vehicle: 'car',
      permit: 'owned',
    }),
  ).toMatchObject({ error: { code: 'CONFLICT' } })
  expect(
    await estate.as('demo-owner-2', 'parking', 'register', {
      houseId: 'tianma-44-1',
      vehicle: 'car',
      permit: 'owned',
    }),
  ).toMatchObject({ error: { fields: { plate: expect.any(String) as string } } })
  expect(
    await estate.as('demo-owner-2', 'parking', 'register', {
      houseId: 'tianma-44-1',
      plate: '鲁FI2345',
      vehicle: 'car',
      permit: 'owned',
    }),
  ).toMatchObject({ error: { fields: { plate: expect.any(String) as string } } })
})

test('free spaces are found behind a whole row of taken ones', async () => {
  const numbers = Array.from({ length: 12 }, (_, n) => `F-${String(n + 1)}`)
  await makeSpaces(estate.ok, numbers, '长排', 'bicycle')
  await estate.ok('demo-manager', 'parking', 'importVehicles', {
    rows: numbers.slice(0, 8).map((space, n) => ({
      house: String(25 + Math.floor(n / 4)),
      vehicle: 'bicycle',
      permit: 'owned',
      space,
      note: `第${String(n)}辆`,
    })),
  })
  const first = await estate.ok('demo-butler', 'parking', 'spaces', { area: '长排', free: true, limit: 3 })
  expect(first.items.map(({ no }) => no)).toEqual(['F-9', 'F-10', 'F-11'])
  expect(
    (
      await estate.ok('demo-butler', 'parking', 'spaces', {
        area: '长排',
        free: true,
        limit: 3,
        cursor: first.next ?? '',
      })
    ).items.map(({ no }) => no),
  ).toEqual(['F-12'])
})

test('an unknown area, or one for another kind of vehicle, is refused by its field; an area that has gone since lets nobody jump the waiting list', async () => {
  await makeSpaces(estate.ok, ['Q-1'], '旧棚', 'bicycle')
  await makeSpaces(estate.ok, ['Q-2'], '汽车区')
  const bicycle = { houseId: 'tianma-44-1', vehicle: 'bicycle', permit: 'monthly' }
  const quota = () => estate.ok('demo-owner-2', 'parking', 'quota', { houseId: 'tianma-44-1' })
  const before = await quota()
  for (const area of ['不存在', '汽车区']) {
    expect(await estate.as('demo-owner-2', 'parking', 'register', { ...bicycle, area })).toMatchObject({
      error: { code: 'INVALID_INPUT', fields: { area: expect.any(String) as string } },
    })
  }
  expect(await quota()).toEqual(before)
  const requestId = newRequestId()
  const input = { ...bicycle, area: '旧棚' }
  const { id } = await estate.with({ requestId }).ok('demo-owner-2', 'parking', 'register', input)
  await makeSpaces(estate.ok, ['Q-1'], '新棚', 'bicycle')
  expect(await estate.with({ requestId }).ok('demo-owner-2', 'parking', 'register', input)).toMatchObject({
    id,
    area: '旧棚',
  })
  expect(await approve(id)).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { space: expect.any(String) as string } },
  })
  for (const { no } of (
    await estate.ok('demo-butler', 'parking', 'spaces', { vehicle: 'bicycle', free: true })
  ).items)
    await estate.ok('demo-butler', 'parking', 'reserve', { no, reserved: true })
  expect(await approve(id)).toMatchObject({ data: { state: 'waiting', area: '', space: null } })
})

test('repeating the first request after a space was reserved and freed gives the first answer, and the space stays free', async () => {
  await makeSpaces(estate.ok, ['P-1'], '预留区')
  const reserve = (reserved: boolean, requestId: string) =>
    estate.with({ requestId }).ok('demo-butler', 'parking', 'reserve', { no: 'P-1', reserved })
  const [first, second] = [newRequestId(), newRequestId()]
  const answer = await reserve(true, first)
  expect(answer).toMatchObject({ state: 'reserved' })
  await reserve(false, second)
  expect(await reserve(true, first)).toEqual(answer)
  expect((await estate.ok('demo-butler', 'parking', 'spaces', { area: '预留区' })).items).toMatchObject([
    { no: 'P-1', state: 'free' },
  ])
})
