import { eventually, newRequestId, startEstate, type Estate } from '../support/estate'
import { aCar, inDays, makeSpaces, newPlate } from '../support/parking'

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

test('the last space, approved for two at once: one gets it, the other waits for the next', async () => {
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

test('whoever has waited longest comes first', async () => {
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

test('twenty applications at once: exactly as many as the house may have', async () => {
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

test('one plate, one registration; and a car without a plate is asked for it', async () => {
  const { plate } = await aCar(estate.ok)
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

test('a permit is reminded of once, renewed by the desk, and otherwise ends and gives its space back', async () => {
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
  // A renewal that is refused leaves the permit as it is, and says so; asked for again, the old reason is gone.
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

test('spaces in the order in which people count, some kept back', async () => {
  const { created, rejected } = await estate.ok('demo-butler', 'parking', 'importSpaces', {
    rows: [
      ...['B-10', 'B-2', 'B-1'].map(no => ({ no, area: 'B区', vehicle: 'car' })),
      { no: 'B-1', area: 'B区', vehicle: 'car' },
      { no: 'B-3', area: 'B区', vehicle: 'lorry' },
    ],
  })
  expect({ created, lines: rejected.map(({ row }) => row) }).toEqual({ created: 3, lines: [4, 5] })
  expect(await estate.ok('demo-butler', 'parking', 'reserve', { no: 'B-2', reserved: true })).toMatchObject({
    state: 'reserved',
  })
  expect(
    (await estate.ok('demo-butler', 'parking', 'spaces', { area: 'B区' })).items.map(({ no, state }) => [
      no,
      state,
    ]),
  ).toEqual([
    ['B-1', 'free'],
    ['B-2', 'reserved'],
    ['B-10', 'free'],
  ])
  const car = await aCar(estate.ok)
  expect(await approve(car.id, { space: 'B-2' })).toMatchObject({
    error: { fields: { space: expect.any(String) as string } },
  })
  expect(await approve(car.id, { space: 'B-99' })).toMatchObject({
    error: { fields: { space: expect.any(String) as string } },
  })
})

test('a sheet of vehicles: taken once, its bad lines named', async () => {
  await makeSpaces(estate.ok, ['S-1'], '导入区')
  const csv =
    '房号,车牌,车型,登记方式,车位号,有效期至\n20,鲁F20001,汽车,自有车位,S-1,\n20,鲁F20002,汽车,月租,,2099-12-31\n21,鲁F20003,汽车,月租,S-1,2027-12-31\n999,鲁F20004,汽车,自有,,\n22,鲁F2000O,汽车,自有,,\n'
  const fileID = await estate.upload(csv, 'cars.csv')
  const first = await estate.ok('demo-manager', 'parking', 'importSheet', { what: 'vehicles', fileID })
  expect(first).toMatchObject({ created: 2, unchanged: 0 })
  expect(first.rejected.map(({ row, fields }) => [row, Object.keys(fields)])).toEqual([
    [4, ['space']],
    [5, ['house']],
    [6, ['plate']],
  ])
  expect(
    await estate.ok('demo-manager', 'parking', 'importSheet', { what: 'vehicles', fileID }),
  ).toMatchObject({ created: 0, unchanged: 2 })
  expect((await estate.ok('demo-butler', 'parking', 'spaces', { area: '导入区' })).items).toMatchObject([
    { state: 'taken', plate: '鲁F20001', house: '20' },
  ])
})

test('a sheet says what it did not change: other terms than are registered, an application, a day that has passed', async () => {
  await makeSpaces(estate.ok, ['U-1', 'U-2'], '复核区')
  const rows = (more: object[]) => estate.ok('demo-manager', 'parking', 'importVehicles', { rows: more })
  const line = {
    house: '23',
    plate: '鲁F30030',
    vehicle: 'car',
    permit: 'monthly',
    space: 'U-1',
    until: inDays(90),
  }
  expect(await rows([line])).toMatchObject({ created: 1, rejected: [] })
  expect(await rows([line])).toMatchObject({ created: 0, unchanged: 1, rejected: [] })
  for (const [field, value] of [
    ['permit', 'owned'],
    ['space', 'U-2'],
    ['until', inDays(91)],
  ] as const) {
    const { unchanged, rejected } = await rows([{ ...line, [field]: value }])
    expect([unchanged, Object.keys(rejected[0]?.fields ?? {})]).toEqual([0, [field]])
  }
  const { id, plate } = await aCar(estate.ok, { permit: 'owned' }, 'demo-owner-2', 'tianma-44-1')
  expect(
    (await rows([{ house: '44-1', plate, vehicle: 'car', permit: 'owned' }])).rejected.map(({ fields }) =>
      Object.keys(fields),
    ),
  ).toEqual([['plate']])
  await estate.ok('demo-owner-2', 'parking', 'cancel', { id })
  expect(
    (
      await rows([{ house: '24', plate: '鲁F30031', vehicle: 'car', permit: 'monthly', until: inDays(-1) }])
    ).rejected.map(({ fields }) => Object.keys(fields)),
  ).toEqual([['until']])
})

test('an area that is renamed takes whoever stands in it along; a space that is held keeps its kind', async () => {
  await makeSpaces(estate.ok, ['N-1'], '旧名')
  const rows = (more: object) =>
    estate.ok('demo-butler', 'parking', 'importSpaces', {
      rows: [{ no: 'N-1', area: '新名', areaEn: 'New name', vehicle: 'car', ...more }],
    })
  await estate.ok('demo-manager', 'parking', 'importVehicles', {
    rows: [{ house: '24', plate: '鲁F30032', vehicle: 'car', permit: 'owned', space: 'N-1' }],
  })
  expect(await rows({})).toMatchObject({ updated: 1, rejected: [] })
  expect(
    (await estate.ok('demo-butler', 'parking', 'occupancy')).areas.find(({ area }) => area === '新名'),
  ).toMatchObject({ areaEn: 'New name', spaces: 1, given: 1 })
  const { updated, rejected } = await rows({ vehicle: 'bicycle' })
  expect([updated, rejected.map(({ fields }) => Object.keys(fields))]).toEqual([0, [['vehicle']]])
})

test('the desk ends the permit of a house that has moved out: its space is free, its car is not known, and the household reads why', async () => {
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

test('free spaces are found behind a whole row that is taken', async () => {
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

test('an area that there is not, or not for this kind, is refused by name; one that has gone since lets nobody past the line', async () => {
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

test('a space set aside, freed, and the first request again: it is answered as the first time, and the space stays free', async () => {
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

test('an import sent again is answered as the first time, its bad lines included', async () => {
  const spacesId = newRequestId()
  const spaceRows = {
    rows: [
      { no: 'V-1', area: '重发区', vehicle: 'car' },
      { no: 'V-2', area: '重发区', vehicle: 'lorry' },
    ],
  }
  const spaces = await estate
    .with({ requestId: spacesId })
    .ok('demo-butler', 'parking', 'importSpaces', spaceRows)
  expect(spaces).toMatchObject({ created: 1, unchanged: 0, rejected: [{ row: 2 }] })
  expect(
    await estate.with({ requestId: spacesId }).ok('demo-butler', 'parking', 'importSpaces', spaceRows),
  ).toEqual(spaces)
  const carsId = newRequestId()
  const carRows = {
    rows: [{ house: '25', plate: newPlate(), vehicle: 'car', permit: 'owned', space: 'V-1' }],
  }
  const cars = await estate
    .with({ requestId: carsId })
    .ok('demo-manager', 'parking', 'importVehicles', carRows)
  expect(cars).toMatchObject({ created: 1, unchanged: 0 })
  expect(
    await estate.with({ requestId: carsId }).ok('demo-manager', 'parking', 'importVehicles', carRows),
  ).toEqual(cars)
  const houseId = newRequestId()
  const houseRows = { rows: [{ code: 'again-1', building: 'again', room: '1' }] }
  const houses = await estate
    .with({ requestId: houseId })
    .ok('demo-manager', 'account', 'importHouses', houseRows)
  expect(houses).toMatchObject({ created: 1, unchanged: 0 })
  expect(
    await estate.with({ requestId: houseId }).ok('demo-manager', 'account', 'importHouses', houseRows),
  ).toEqual(houses)
})

test('a bad line claims neither its space nor its plate; each is told its own fault, and the first good one gets the space', async () => {
  await makeSpaces(estate.ok, ['X-1'], '争用区')
  const [first, other, third] = [newPlate(), newPlate(), newPlate()]
  const line = (house: string, plate: string, more: object = {}) => ({
    house,
    plate,
    vehicle: 'car',
    permit: 'owned',
    space: 'X-1',
    ...more,
  })
  const { created, rejected } = await estate.ok('demo-manager', 'parking', 'importVehicles', {
    rows: [
      line('999-9', first),
      line('26', other, { permit: 'monthly' }),
      line('26', third, { permit: 'monthly', until: inDays(-1) }),
      line('27', first),
      line('28', other),
      line('998-9', other),
      line('29', first, { space: undefined }),
    ],
  })
  expect(created).toBe(1)
  expect(rejected.map(({ row, fields }) => [row, Object.keys(fields)])).toEqual([
    [1, ['house']],
    [2, ['until']],
    [3, ['until']],
    [5, ['space']],
    [6, ['house']],
    [7, ['plate']],
  ])
  expect(rejected.find(({ row }) => row === 5)?.fields.space).toBe('车位号：这个车位在文件里出现过了')
  expect((await estate.ok('demo-butler', 'parking', 'spaces', { area: '争用区' })).items).toMatchObject([
    { house: '27', plate: first },
  ])
})

test('a report in English has no Chinese colon, and says which words a column takes', async () => {
  const rows = [{ house: '25', plate: newPlate(), vehicle: 'lorry', permit: 'forever' }]
  const english = await estate.with({ lang: 'en' }).ok('demo-manager', 'parking', 'importVehicles', { rows })
  expect(english.rejected).toEqual([
    {
      row: 1,
      fields: {
        vehicle: 'vehicle: Must be one of 汽车 (Car), 摩托车 (Motorcycle), 自行车 (Bicycle)',
        permit: 'permit: Must be one of 月租 (Monthly), 自有车位 (Owned space), 临时 (Temporary)',
      },
    },
  ])
  expect(
    (await estate.ok('demo-manager', 'parking', 'importVehicles', { rows })).rejected[0]?.fields.vehicle,
  ).toBe('车型：请填汽车、摩托车、自行车')
})

test('the desk finds a vehicle by a piece of its plate or by its house, whatever has become of it, and no plate that is not let in', async () => {
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

test('who gave, refused or ended a permit is in the audit', async () => {
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
      .map(({ did }) => did)
      .sort(),
  ).toEqual(['parking.approve', 'parking.end'])
})
