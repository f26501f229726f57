import type { Match } from '@domain/parking/contract'
import { newRequestId, startEstate, type Estate } from '../support/estate'
import { aCar, allowManyCars, anActiveCar, newPlate, tenantsHouse } from './support'
import { inDays } from '../support/times'
import { aPass } from '../visitor/support'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
  await allowManyCars(estate.ok)
})
afterAll(() => estate.stop())
afterEach(() => estate.post('/time', { offsetMs: 0 }))

const gate = '南门'
const lookup = (plate: string) => estate.ok('demo-guard', 'parking', 'lookup', { plate })
const pass = (plate: string, direction: 'in' | 'out', more: object = {}, envelope: object = {}) =>
  estate.with(envelope).ok('demo-guard', 'parking', 'gate', { plate, direction, gate, ...more })

test('three characters find permit, visitor and blocked plate; an unknown plate is unknown', async () => {
  await anActiveCar(estate.ok, '鲁FXYZ11')
  await aPass(estate.ok, { plate: '苏EXYZ22' })
  await estate.ok('demo-butler', 'visitor', 'block', { plate: '鲁FXYZ33', reason: '闯岗' })
  await aCar(estate.ok, { plate: '鲁FXYZ44' }, 'demo-owner-2', 'tianma-44-1')
  const { matches } = await lookup('XYZ')
  expect(matches.map(({ plate, known }) => [plate, known])).toEqual([
    ['鲁FXYZ33', 'blocked'],
    ['鲁FXYZ11', 'permit'],
    ['苏EXYZ22', 'visitor'],
  ])
  expect(matches.find(({ known }) => known === 'permit')?.house).toBe('*')
  expect(await lookup('鲁FXYZ11')).toMatchObject({
    known: true,
    permit: 'temporary',
    blocked: false,
    visitorPass: null,
  })
  expect(await lookup('苏EX')).toMatchObject({ matches: [{ plate: '苏EXYZ22' }] })
  expect(await lookup('苏EXYZ22')).toMatchObject({
    known: true,
    visitorPass: { until: expect.any(String) as string },
  })
  expect(await lookup('鲁FXYZ33')).toMatchObject({ known: false, blocked: true })
  expect(await lookup('鲁F99998')).toMatchObject({ known: false, matches: [] })
  expect(await estate.as('demo-guard', 'parking', 'lookup', { plate: 'X' })).toMatchObject({
    error: { fields: { plate: expect.any(String) as string } },
  })
  await estate.ok('demo-butler', 'visitor', 'unblock', {
    id: (await estate.ok('demo-butler', 'visitor', 'blocked')).items[0]?.id ?? '',
  })
  expect(await lookup('鲁FXYZ33')).toMatchObject({ blocked: false })
})

test('a passage sent twice is logged once; the phone’s kit and the occupancy follow', async () => {
  const plate = newPlate()
  const { id } = await anActiveCar(estate.ok, plate, 'demo-owner-2', 'tianma-44-1')
  const requestId = newRequestId()
  for (let n = 0; n < 2; n++)
    expect(await pass(plate, 'in', {}, { requestId })).toMatchObject({ known: 'permit', admitted: true })
  expect(await estate.ok('demo-owner-2', 'parking', 'get', { id })).toMatchObject({
    insideAt: expect.any(String) as string,
  })
  expect((await estate.ok('demo-guard', 'parking', 'plates', {})).items).toContainEqual(
    expect.objectContaining({ plate, known: 'permit', inside: true }),
  )
  expect(
    (await estate.ok('demo-butler', 'parking', 'occupancy')).areas.reduce(
      (sum, area) => sum + area.inside,
      0,
    ),
  ).toBe(1)
  const { items } = await estate.ok('demo-guard', 'parking', 'log', { from: inDays(-1), to: inDays(1) })
  expect(items.filter(entry => entry.plate === plate)).toHaveLength(1)
  // An arrival of an hour ago that is sent only now does not bring the car back in.
  await pass(plate, 'out')
  expect(await pass(plate, 'in', { at: new Date(Date.now() - 3_600_000).toISOString() })).toMatchObject({
    offline: true,
  })
  expect(await estate.ok('demo-owner-2', 'parking', 'get', { id })).toMatchObject({ insideAt: null })
})

test('an unknown plate is logged; a blocked one may not enter, but may leave', async () => {
  expect(await pass('鲁F77777', 'in')).toMatchObject({ known: 'unknown', admitted: true, house: null })
  await estate.ok('demo-butler', 'visitor', 'block', { plate: '鲁F66666', reason: '闯岗' })
  expect(await pass('鲁F66666', 'in')).toMatchObject({ known: 'blocked', admitted: false })
  expect(await pass('鲁F66666', 'out')).toMatchObject({ known: 'blocked', admitted: true })
  expect(
    (await estate.ok('demo-guard', 'parking', 'log', { from: inDays(-1), to: inDays(1) })).items
      .slice(0, 3)
      .map(entry => [entry.plate, entry.direction]),
  ).toEqual([
    ['鲁F66666', 'out'],
    ['鲁F66666', 'in'],
    ['鲁F77777', 'in'],
  ])
})

test('a visitor’s car leaves on its pass: one tap ends the visit, also when it is sent twice or from a gate offline', async () => {
  for (const later of [false, true]) {
    const plate = newPlate()
    const { id } = await aPass(estate.ok, { plate })
    await estate.ok('demo-guard', 'visitor', 'scan', { plate, gate })
    expect((await lookup(plate)).matches).toMatchObject([{ plate, known: 'visitor', inside: true }])
    const requestId = newRequestId()
    const reported = later ? { at: new Date().toISOString() } : {}
    for (let n = 0; n < 2; n++)
      expect(await pass(plate, 'out', reported, { requestId })).toMatchObject({
        known: 'visitor',
        admitted: true,
      })
    expect((await estate.ok('demo-owner', 'visitor', 'get', { id })).visits).toMatchObject([
      { leftAt: expect.any(String) as string },
    ])
    expect(
      (await estate.ok('demo-guard', 'visitor', 'inside', {})).items.filter(entry => entry.plate === plate),
    ).toEqual([])
    expect(
      (await estate.ok('demo-guard', 'visitor', 'log', { from: inDays(-1), to: inDays(1) })).items.filter(
        entry => entry.plate === plate,
      ),
    ).toMatchObject([{ leftGate: gate }])
  }
})

test('a late report ends no visit that began after it; a visitor’s plate is never unknown', async () => {
  const plate = newPlate()
  const { id } = await aPass(estate.ok, { plate, kind: 'multi', uses: 3 })
  expect(await pass(plate, 'in')).toMatchObject({ known: 'visitor', admitted: true })
  await estate.ok('demo-guard', 'visitor', 'scan', { plate, gate })
  expect(await pass(plate, 'out', { at: new Date(Date.now() - 3_600_000).toISOString() })).toMatchObject({
    known: 'visitor',
  })
  expect((await estate.ok('demo-owner', 'visitor', 'get', { id })).visits).toMatchObject([{ leftAt: null }])
})

test('a plate that is both registered and blocked is shown once, as blocked', async () => {
  const plate = newPlate()
  await anActiveCar(estate.ok, plate, 'demo-owner-2', 'tianma-44-1')
  await estate.ok('demo-butler', 'visitor', 'block', { plate, reason: '闯岗' })
  expect(await lookup(plate)).toMatchObject({
    known: false,
    blocked: true,
    until: null,
    matches: [{ plate, known: 'blocked' }],
  })
  expect((await lookup(plate)).matches).toHaveLength(1)
  expect(await lookup(`${plate.slice(0, 2)}·${plate.slice(2).toLowerCase()}`)).toMatchObject({
    blocked: true,
  })
})

test('the timer counts the occupancy of each full hour once', async () => {
  const plate = newPlate()
  await anActiveCar(estate.ok, plate, 'demo-tenant', await tenantsHouse(estate.ok))
  await pass(plate, 'in')
  await estate.ok('demo-butler', 'parking', 'importSpaces', {
    rows: [{ no: 'H-1', area: 'H区', vehicle: 'car' }],
  })
  const now = Date.now()
  for (const offsetMs of [3_600_000, 3_660_000, 7_200_000]) {
    await estate.post('/time', { offsetMs })
    await estate.post('/tick')
  }
  const { areas } = await estate.ok('demo-butler', 'parking', 'occupancy')
  const counted = areas.map(area => ({ ...area, hours: area.hours.filter(({ at }) => Date.parse(at) > now) }))
  expect(
    counted.map(({ area, hours }) => [area, hours.length >= 2, new Set(hours.map(({ inside }) => inside))]),
  ).toEqual([
    ['H区', true, new Set([0])],
    ['', true, new Set([1])],
  ])
  for (const { hours } of areas) expect(new Set(hours.map(({ at }) => at)).size).toBe(hours.length)
})

test('more plates than one page holds: none comes twice, and no block is lost between pages', async () => {
  const codes: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: { code: string }[]; next: string | null } = await estate.ok(
      'demo-manager',
      'account',
      'houses',
      { limit: 50, ...(cursor ? { cursor } : {}) },
    )
    codes.push(...page.items.map(({ code }) => code))
    cursor = page.next
  }
  const plateOf = (n: number): string => `鲁A${String(10_000 + n)}`
  const count = 1020
  const rows = Array.from({ length: count }, (_, n) => ({
    house: codes[(n % (codes.length - 20)) + 20],
    plate: plateOf(n),
    vehicle: 'car',
    permit: 'owned',
  }))
  expect(await estate.ok('demo-manager', 'parking', 'importVehicles', { rows })).toMatchObject({
    created: count,
    rejected: [],
  })
  // Around the thousandth plate each has two rows, so that the page ends between two rows of one plate.
  const blocked = Array.from({ length: 40 }, (_, n) => plateOf(940 + n))
  for (const plate of blocked) await estate.ok('demo-butler', 'visitor', 'block', { plate, reason: '闯岗' })
  const known: Match[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: Match[]; next: string | null } = await estate.ok(
      'demo-guard',
      'parking',
      'plates',
      cursor ? { cursor } : {},
    )
    known.push(...page.items)
    cursor = page.next
  }
  const seen = known
    .filter(({ plate }) => plate.startsWith('鲁A1'))
    .map(({ plate, known: as }) => `${plate} ${as}`)
  expect(seen).toHaveLength(count + blocked.length)
  expect(new Set(seen).size).toBe(seen.length)
  for (const plate of blocked) expect(seen).toContain(`${plate} blocked`)
})
