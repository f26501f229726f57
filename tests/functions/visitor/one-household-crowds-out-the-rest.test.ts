import type { GateKit } from '@domain/visitor/contract'
import { startEstate, type Estate } from '../support/estate'
import { liftLimits } from '../support/limits'
import { inHours } from '../support/times'
import { aPass, openOn } from './support'

jest.setTimeout(300_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
  await liftLimits(estate.ok)
})
afterAll(() => estate.stop())
afterEach(() => estate.post('/time', { offsetMs: 0 }))

const gate = '南门'
const revoke = (id: string) => estate.ok('demo-owner', 'visitor', 'revoke', { id })
/** Creates and revokes passes of one house, some at a time. */
async function createAndRevoke(count: number, more: object): Promise<void> {
  for (let done = 0; done < count; done += 10) {
    const made = await Promise.all(Array.from({ length: 10 }, () => aPass(estate.ok, more)))
    await Promise.all(made.map(({ id }) => revoke(id)))
  }
}
const revokeAll = async (): Promise<void> => {
  const { items } = await estate.ok('demo-owner', 'visitor', 'list', { limit: 50 })
  for (const { id } of items.filter(({ actions }) => actions.includes('revoke'))) await revoke(id)
}
const theirs = (more: object = {}) => ({
  houseId: 'tianma-44-1',
  name: '李四',
  party: 1,
  kind: 'once',
  from: inHours(-1),
  to: inHours(3),
  ...more,
})

/** All pages of the kit, of this many passes each. */
async function wholeKit(limit?: number): Promise<GateKit['passes']> {
  const all: GateKit['passes'] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: GateKit = await estate.ok('demo-guard', 'visitor', 'gateKit', {
      ...(limit === undefined ? {} : { limit }),
      ...(cursor ? { cursor } : {}),
    })
    all.push(...page.passes)
    cursor = page.next
  }
  return all
}

test('a plate of many revoked passes still lets the guest with the valid one in, by scan, look-up and gate', async () => {
  const plate = '苏E77001'
  await createAndRevoke(60, { plate })
  await estate.ok('demo-owner-2', 'visitor', 'create', theirs({ plate }))
  await createAndRevoke(20, { plate })
  expect(await estate.ok('demo-guard', 'parking', 'lookup', { plate })).toMatchObject({
    known: true,
    visitorPass: { until: expect.any(String) as string },
    matches: [{ plate, known: 'visitor' }],
  })
  expect(await estate.ok('demo-guard', 'parking', 'gate', { plate, direction: 'in', gate })).toMatchObject({
    known: 'visitor',
  })
  expect(await estate.ok('demo-guard', 'visitor', 'scan', { plate, gate })).toMatchObject({
    admit: true,
    pass: { name: '李四' },
  })
  expect(await estate.ok('demo-guard', 'parking', 'gate', { plate, direction: 'out', gate })).toMatchObject({
    known: 'visitor',
  })
})

test('more valid passes of one plate than a query reads at first hide none of them', async () => {
  const plate = '苏E77002'
  await Promise.all(
    Array.from({ length: 30 }, () => aPass(estate.ok, { plate, from: inHours(5), to: inHours(6) })),
  )
  await revokeAll()
  await Promise.all(
    Array.from({ length: 30 }, () => aPass(estate.ok, { plate, from: inHours(5), to: inHours(6) })),
  )
  await estate.ok('demo-owner-2', 'visitor', 'create', theirs({ plate }))
  expect(await estate.ok('demo-guard', 'visitor', 'scan', { plate, gate })).toMatchObject({ admit: true })
  await revokeAll()
})

test('every page of the gate kit together holds each opened pass once, and none that nobody opened', async () => {
  const unopened = await aPass(estate.ok)
  const opened: string[] = []
  for (let n = 0; n < 7; n++) {
    const pass = await aPass(estate.ok)
    await openOn(estate.ok, pass)
    opened.push(pass.id)
  }
  await revoke(opened[0] ?? '')
  const withPlate = await aPass(estate.ok, { plate: '苏E77003' })
  await createAndRevoke(30, { plate: '苏E77004' })
  for (const limit of [undefined, 3]) {
    const kit = await wholeKit(limit)
    const ids = kit.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining([...opened, withPlate.id]))
    expect(ids).not.toContain(unopened.id)
    expect(kit.filter(({ plate }) => plate === '苏E77004')).toEqual([])
    expect(kit.find(({ id }) => id === opened[0])).toMatchObject({ state: 'revoked' })
  }
  await revokeAll()
})

test('of 45 passes created at once a house gets 30, after 220 created and revoked too', async () => {
  const create = () =>
    estate.as('demo-owner', 'visitor', 'create', { ...theirs(), houseId: 'tianma-1', name: '张三' })
  const atOnce = async (): Promise<string[]> =>
    (await Promise.all(Array.from({ length: 45 }, create))).map(reply =>
      reply.ok ? 'made' : reply.error.code,
    )
  const count = (codes: string[], wanted: string): number => codes.filter(code => code === wanted).length
  const first = await atOnce()
  expect([count(first, 'made'), count(first, 'FULL')]).toEqual([30, 15])
  await revokeAll()
  await createAndRevoke(220, {})
  const second = await atOnce()
  expect([count(second, 'made'), count(second, 'FULL')]).toEqual([30, 15])
  await revokeAll()
  expect((await create()).ok).toBe(true)
})

test('a pass that is used up or over gives its place to the next one', async () => {
  await revokeAll()
  const made = await Promise.all(Array.from({ length: 30 }, () => aPass(estate.ok)))
  expect(await estate.as('demo-owner', 'visitor', 'create', theirs({ houseId: 'tianma-1' }))).toMatchObject({
    error: { code: 'FULL' },
  })
  await estate.ok('demo-guard', 'visitor', 'scan', { shortCode: made[0]?.shortCode, gate })
  await aPass(estate.ok)
  // All others are over now, and no timer has run yet.
  await estate.post('/time', { offsetMs: 2 * 3_600_000 })
  expect(
    await estate.as('demo-owner', 'visitor', 'create', {
      ...theirs({ houseId: 'tianma-1' }),
      to: inHours(5),
    }),
  ).toMatchObject({ ok: true })
})
