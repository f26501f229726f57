import fc from 'fast-check'
import type { Complaint } from '@domain/complaint/complaint'
import { figureNames } from '@domain/desk/figure-names'
import type { Order } from '@domain/repair/order'
import { startEstate, type Estate } from '../support/estate'
import { liftLimits } from '../support/limits'
import { history, live, type Clock } from './histories'
import { recomputedFigures, type Sums } from './recomputed-figures'
import { recordsOfEstate } from './records'

jest.setTimeout(300_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
  await liftLimits(estate.ok)
})
afterAll(() => estate.stop())
afterEach(() => estate.post('/time', { offsetMs: 0 }))

const day = 86_400_000
const clock: Clock = { offsetMs: 0 }
const period = () => ({
  from: new Date(Date.now() - 40 * day).toISOString(),
  to: new Date(Date.now() + 740 * day).toISOString(),
})
const recomputed = async (): Promise<Sums> =>
  recomputedFigures(
    await recordsOfEstate<Order>(estate, 'orders'),
    await recordsOfEstate<Complaint>(estate, 'complaints'),
  )

/** What the manager's phone shows, in the form of the recomputed figures. */
async function asked(): Promise<Sums> {
  const { figures } = await estate.ok('demo-manager', 'desk', 'figures', period())
  return Object.fromEntries(
    figures
      .flatMap(
        ({ figure, sum, count, by, months }) =>
          [
            [`${figure}|all|`, [sum, count]],
            ...by.map(part => [`${figure}|${part.dimension}|${part.value}`, [part.sum, part.count]]),
            ...months.map(month => [`${figure}|month|${month.month}`, [month.sum, month.count]]),
          ] as [string, [number, number]][],
      )
      .filter(([, [, count]]) => count > 0),
  )
}

test('after any steps, corrections and reopenings included, every figure by every dimension and month is that of the raw records', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(history, { minLength: 2, maxLength: 4 }), async histories => {
      for (const each of histories) await live(estate, clock, each)
      await estate.post('/tick')
      await estate.post('/tick')
      const [shown, counted] = [await asked(), await recomputed()]
      expect(shown).toEqual(counted)
    }),
    { numRuns: 20, seed: 20261124, endOnFailure: true },
  )
  const sums = await recomputed()
  // The histories differ enough: every figure counts something, and every share has something on either side.
  for (const figure of figureNames)
    expect({ figure, count: sums[`${figure}|all|`]?.[1] ?? 0 }).not.toEqual({ figure, count: 0 })
  for (const figure of [
    'complaintsResolved',
    'satisfied',
    'reopened',
    'acknowledged',
    'answered',
    'repairsAccepted',
    'repairsFinished',
  ]) {
    const [sum = 0, count = 0] = sums[`${figure}|all|`] ?? []
    expect({ figure, isMixed: sum > 0 && count > sum }).toEqual({ figure, isMixed: true })
  }
})

test('counted records are not counted again every minute, and later changes are counted', async () => {
  const countedAt = async () => (await estate.ok('demo-manager', 'desk', 'figures', period())).countedAt
  const after = async (minutes: number) => {
    await estate.post('/time', { offsetMs: clock.offsetMs + minutes * 60_000 })
    await estate.post('/tick')
    return countedAt()
  }
  await after(1)
  const settled = await after(4)
  for (const minutes of [5, 6, 9]) expect(await after(minutes)).toBe(settled)
  await estate.ok('demo-owner', 'complaint', 'submit', {
    category: 'noise',
    content: '夜里施工',
    houseId: 'tianma-1',
  })
  expect(await after(10)).not.toBe(settled)
  expect(await asked()).toEqual(await recomputed())
})

test('a figure by building, category and person adds up to the whole, and so does the list behind it', async () => {
  await estate.post('/tick')
  const { figures } = await estate.ok('demo-manager', 'desk', 'figures', period())
  for (const { figure, sum, count, by, months } of figures) {
    for (const dimension of ['building', 'category']) {
      const parts = by.filter(part => part.dimension === dimension)
      expect({
        figure,
        dimension,
        sum: parts.reduce((all, part) => all + part.sum, 0),
        count: parts.reduce((all, part) => all + part.count, 0),
      }).toEqual({ figure, dimension, sum, count })
    }
    expect({ figure, months: months.reduce((all, month) => all + month.count, 0) }).toEqual({
      figure,
      months: count,
    })
    const { items } = await estate.ok('demo-manager', 'desk', 'figureList', { figure, ...period() })
    expect({ figure, listed: items.reduce((all, item) => all + item.count, 0) }).toEqual({
      figure,
      listed: count,
    })
  }
})

test('the owners’ committee sees the same figures and no names', async () => {
  const committee = await estate.ok('demo-committee', 'desk', 'figures', period())
  const manager = await estate.ok('demo-manager', 'desk', 'figures', period())
  expect(committee.figures.map(({ figure, sum, count }) => [figure, sum, count])).toEqual(
    manager.figures.map(({ figure, sum, count }) => [figure, sum, count]),
  )
  expect(JSON.stringify(committee)).not.toMatch(/demo-|师傅|管家|经理/)
  expect(JSON.stringify(manager)).toMatch(/王师傅/)
  const { items } = await estate.ok('demo-committee', 'desk', 'figureList', {
    figure: 'satisfied',
    ...period(),
  })
  expect(items.length).toBeGreaterThan(0)
  expect(items.every(({ link, house }) => link === null && house === null)).toBe(true)
})

test('a period that is cut in two at any day adds up to the whole', async () => {
  const { from, to } = period()
  const of = async (span: { from: string; to: string }) =>
    (await estate.ok('demo-manager', 'desk', 'figures', span)).figures.map(({ sum, count }) => [sum, count])
  const whole = await of({ from, to })
  for (const days of [0, 2, 5, 11, 40]) {
    const cut = new Date(Math.floor(Date.now() / day + days) * day - 8 * 3_600_000).toISOString()
    const [first, second] = [await of({ from, to: cut }), await of({ from: cut, to })]
    expect(
      first.map(([sum = 0, count = 0], n) => [sum + (second[n]?.[0] ?? 0), count + (second[n]?.[1] ?? 0)]),
    ).toEqual(whole)
  }
  expect(await estate.as('demo-manager', 'desk', 'figures', { from: to, to: from })).toMatchObject({
    error: { fields: { to: expect.any(String) as string } },
  })
})

test('staff see their own appraisal; the manager sees everybody’s', async () => {
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
  const own = await estate.ok('demo-technician', 'desk', 'appraisal', { month })
  expect(own.items.map(({ id }) => id)).toEqual(['demo-technician'])
  expect(own.items[0]?.figures.map(({ figure }) => figure)).toEqual(
    expect.arrayContaining(['startMinutes', 'completionMinutes', 'score']),
  )
  const all = await estate.ok('demo-manager', 'desk', 'appraisal', { month })
  expect(all.items.map(({ id }) => id)).toEqual(expect.arrayContaining(['demo-technician', 'demo-butler']))
})

test('a complaint about a butler is counted, and neither the list nor the building shows that butler more than the others', async () => {
  const noon = Math.ceil((Date.now() + 860 * day) / day) * day
  await estate.post('/time', { offsetMs: noon - Date.now() })
  const span = {
    from: new Date(noon - 3_600_000).toISOString(),
    to: new Date(noon + 3_600_000).toISOString(),
  }
  const { id, no } = await estate.ok('demo-owner', 'complaint', 'submit', {
    category: 'person',
    content: '态度不好',
    houseId: 'tianma-1',
    about: { kind: 'person', id: 'demo-butler' },
  })
  await estate.post('/tick')
  const seen = async (who: string) => ({
    list: (await estate.ok(who, 'desk', 'figureList', { figure: 'complaintsResolved', ...span })).items,
    figures: (await estate.ok(who, 'desk', 'figures', span)).figures.find(
      ({ figure }) => figure === 'complaintsResolved',
    ),
  })
  const [theirs, colleagues, managers] = [
    await seen('demo-butler'),
    await seen('demo-butler-2'),
    await seen('demo-manager'),
  ]
  expect(theirs).toEqual(colleagues)
  expect(theirs.list).toMatchObject([{ no: '', house: null, link: null, sum: 0, count: 1 }])
  expect(JSON.stringify(theirs)).not.toContain(id)
  expect(theirs.figures?.by.filter(({ dimension }) => dimension === 'building')).toMatchObject([
    { value: '', count: 1 },
  ])
  expect(managers.list).toMatchObject([{ id, no, house: '1' }])
})
