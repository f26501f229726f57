import { newRequestId, startEstate, type Estate } from '../support/estate'
import { aCar, makeSpaces, newPlate } from './support'
import { inDays } from '../support/times'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const approve = (id: string, more: object = {}) =>
  estate.as('demo-butler', 'parking', 'approve', { id, until: inDays(30), ...more })

test('spaces are sorted by number, and a reserved space is not given', async () => {
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

test('a sheet of vehicles is imported once, and its bad lines are named', async () => {
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

test('an import reports the lines that it did not apply: terms that differ, an open application, a day in the past', async () => {
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

test('renaming an area keeps its permits; a space in use keeps its kind', async () => {
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

test('a repeated import gives the first answer, its bad lines included', async () => {
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

test('a bad line takes neither space nor plate; each line names its own fault, and the first good one gets the space', async () => {
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

test('a report in English has no Chinese colon and names the words that a column takes', async () => {
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
