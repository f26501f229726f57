import { eventually, startEstate, type Estate } from '../support/estate'
import { aCar, makeSpaces } from './support'
import { inDays } from '../support/times'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())
afterEach(() => estate.post('/time', { offsetMs: 0 }))

const approve = (id: string, more: object = {}) =>
  estate.as('demo-butler', 'parking', 'approve', { id, until: inDays(30), ...more })
const later = async (offsetMs: number) => {
  await estate.post('/time', { offsetMs })
  await estate.post('/tick')
}
const day = 86_400_000

test('a permit brings one reminder, is renewed by the desk, or ends and gives its space back', async () => {
  await makeSpaces(estate.ok, ['R-1', 'R-2'], '续期区')
  const kept = await aCar(estate.ok, {}, 'demo-owner-2', 'tianma-44-1')
  const lost = await aCar(estate.ok, {}, 'demo-owner-2', 'tianma-44-1')
  await approve(kept.id, { space: 'R-1' })
  await approve(lost.id, { space: 'R-2' })
  expect(await estate.as('demo-owner-2', 'parking', 'renew', { id: kept.id })).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining('7') as string },
  })
  await later(24 * day)
  await estate.post('/tick')
  await estate.post('/tick')
  const { items } = await estate.ok('demo-owner-2', 'notice', 'inbox', { limit: 50 })
  for (const { id } of [kept, lost])
    expect(items.filter(item => item.title.includes('快到期') && item.link?.endsWith(id))).toHaveLength(1)
  expect(await estate.ok('demo-owner-2', 'parking', 'renew', { id: kept.id })).toMatchObject({
    state: 'renewing',
  })
  expect((await estate.ok('demo-butler', 'parking', 'queue', {})).items.map(item => item.id)).toContain(
    kept.id,
  )
  // A refused renewal leaves the permit as it is and gives the reason. Applying anew removes that reason.
  expect(
    await estate.ok('demo-butler', 'parking', 'reject', { id: kept.id, reason: '请先缴清车位费' }),
  ).toMatchObject({ state: 'active', reason: '请先缴清车位费' })
  await eventually(async () =>
    (await estate.ok('demo-owner-2', 'notice', 'inbox', { limit: 50 })).items.some(
      item => item.title.includes('续期未通过') && item.link?.endsWith(kept.id),
    ),
  )
  expect(await estate.ok('demo-owner-2', 'parking', 'renew', { id: kept.id })).toMatchObject({
    state: 'renewing',
    reason: null,
  })
  await later(31 * day)
  expect(await estate.ok('demo-owner-2', 'parking', 'get', { id: lost.id })).toMatchObject({
    state: 'expired',
  })
  expect(
    await estate.ok('demo-butler', 'parking', 'approve', { id: kept.id, until: inDays(70) }),
  ).toMatchObject({ state: 'active', space: 'R-1' })
  await later(34 * day)
  expect(await estate.ok('demo-owner-2', 'parking', 'get', { id: lost.id })).toMatchObject({
    state: 'ended',
    space: null,
  })
  expect(
    (await estate.ok('demo-butler', 'parking', 'spaces', { area: '续期区', free: true })).items.map(
      space => space.no,
    ),
  ).toEqual(['R-2'])
})

test('when the desk ends a permit, the space is free, the car is unknown, and the household reads why', async () => {
  await makeSpaces(estate.ok, ['E-1'], '收回区')
  const car = await aCar(estate.ok, { permit: 'owned' }, 'demo-owner-2', 'tianma-44-1')
  expect(await estate.as('demo-butler', 'parking', 'end', { id: car.id, reason: '已搬走' })).toMatchObject({
    error: { code: 'CONFLICT' },
  })
  expect(await approve(car.id, { space: 'E-1' })).toMatchObject({ data: { actions: ['end'] } })
  expect(await estate.ok('demo-butler', 'parking', 'end', { id: car.id, reason: '已搬走' })).toMatchObject({
    state: 'ended',
    space: null,
    reason: '已搬走',
  })
  expect((await estate.ok('demo-butler', 'parking', 'spaces', { area: '收回区' })).items).toMatchObject([
    { state: 'free' },
  ])
  expect((await estate.ok('demo-guard', 'parking', 'lookup', { plate: car.plate })).matches).toEqual([])
  await eventually(async () =>
    (await estate.ok('demo-owner-2', 'notice', 'inbox', { limit: 50 })).items.some(
      item => item.title.includes('已结束') && item.link?.endsWith(car.id),
    ),
  )
})

test('the desk finds a vehicle by part of its plate or by its house, also after its permit ended, and finds no blocked plate', async () => {
  expect(
    await estate.ok('demo-manager', 'parking', 'importVehicles', {
      rows: [
        { house: '29', plate: '鲁FX7Y01', vehicle: 'car', permit: 'owned' },
        { house: '28', plate: '鲁FX7Y02', vehicle: 'car', permit: 'owned' },
        { house: '28', vehicle: 'bicycle', permit: 'owned', note: '蓝' },
      ],
    }),
  ).toMatchObject({ created: 3 })
  await estate.ok('demo-butler', 'visitor', 'block', { plate: '鲁FX7Y09', reason: '闯岗' })
  const find = async (query: string, more: object = {}) =>
    estate.ok('demo-butler', 'parking', 'list', { scope: 'estate', query, ...more })
  const named = async (query: string) =>
    (await find(query)).items.map(({ house, plate }) => `${house} ${plate ?? ''}`).sort()
  const ended = (await find('X7Y01')).items[0]?.id ?? ''
  await estate.ok('demo-butler', 'parking', 'end', { id: ended, reason: '已搬走' })
  for (const piece of ['x7y', '鲁FX7', '鲁f·x7y'])
    expect(await named(piece)).toEqual(['28 鲁FX7Y02', '29 鲁FX7Y01'])
  expect(await named('28')).toEqual(['28 ', '28 鲁FX7Y02'])
  for (const nothing of ['X7', '3', 'X7Y09', '7Y0']) expect(await named(nothing)).toEqual([])
  const page = await find('X7Y', { limit: 1 })
  expect(
    [...page.items, ...(await find('X7Y', { limit: 1, cursor: page.next ?? '' })).items]
      .map(({ plate }) => plate)
      .sort(),
  ).toEqual(['鲁FX7Y01', '鲁FX7Y02'])
  expect(await estate.as('demo-owner', 'parking', 'list', { query: 'X7Y' })).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { query: expect.any(String) as string } },
  })
  expect(await estate.as('demo-owner', 'parking', 'list', { scope: 'estate', query: 'X7Y' })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})

test('the audit has who gave or ended a permit', async () => {
  const { id } = await aCar(estate.ok, { permit: 'temporary' }, 'demo-owner-2', 'tianma-44-1')
  await approve(id, { until: inDays(10) })
  await estate.ok('demo-butler', 'parking', 'end', { id, reason: '已搬走' })
  const { items } = await estate.ok('demo-manager', 'desk', 'audit', {
    from: '2020-01-01T00:00:00.000Z',
    to: '2099-01-01T00:00:00.000Z',
    who: 'demo-butler',
    limit: 50,
  })
  expect(
    items
      .filter(({ record }) => record === id)
      .map(({ did, what }) => `${did}: ${what.en}`)
      .sort(),
  ).toEqual(['parking.approve: Approved a vehicle', 'parking.end: Ended a permit'])
})
