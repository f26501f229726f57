import { eventually, startEstate, type Estate } from '../support/estate'
import { aPass, openOn } from './support'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const record = (id: string, more: object) => ({
  id: `rec-${id}-0000`,
  at: new Date().toISOString(),
  gate: '地下车库',
  ...more,
})
const sync = (guard: string, ...records: object[]) => estate.ok(guard, 'visitor', 'sync', { records })

test('two gates offline admit one single-use pass: both entries are kept, one is a conflict, and the butler is notified', async () => {
  const pass = await aPass(estate.ok)
  const payload = (await openOn(estate.ok, pass)).show()
  const [one, two] = await Promise.all([
    sync('demo-guard', record('one', { payload })),
    sync('demo-guard-2', record('two', { payload })),
  ])
  const results = [...one.items, ...two.items].map(({ result, reason }) => ({ result, reason }))
  expect(results).toEqual(
    expect.arrayContaining([
      { result: 'accepted', reason: null },
      { result: 'conflict', reason: 'USED' },
    ]),
  )
  expect((await estate.ok('demo-owner', 'visitor', 'get', { id: pass.id })).visits).toMatchObject([
    { offline: true },
    { offline: true },
  ])
  const conflicts = await eventually(async () => {
    const { items } = await estate.ok('demo-butler', 'visitor', 'conflicts')
    return items.some(item => item.name === '张三') ? items : undefined
  })
  expect(conflicts).toMatchObject([{ reason: 'USED', offline: true, admitted: true }])
  await eventually(async () =>
    (await estate.ok('demo-butler', 'notice', 'inbox')).items.some(item => item.title.includes('离线')),
  )
})

test('a repeated log counts once; leaving offline ends the visit', async () => {
  const pass = await aPass(estate.ok, { kind: 'multi', uses: 5 })
  const payload = (await openOn(estate.ok, pass)).show()
  const came = record('came', { payload })
  const first = await sync('demo-guard', came)
  expect(await sync('demo-guard', came)).toEqual(first)
  expect(first.items).toMatchObject([{ result: 'accepted', entryId: `${pass.id}-${came.id}` }])
  const went = record('went', { leaves: `${pass.id}-${came.id}` })
  await sync('demo-guard', went)
  await sync('demo-guard', went)
  expect(await estate.ok('demo-owner', 'visitor', 'get', { id: pass.id })).toMatchObject({
    used: 1,
    visits: [{ leftAt: expect.any(String) as string }],
  })
})

test('a pass is revoked while the gate is offline: an entry before that is valid, one after it is a conflict', async () => {
  const [before, after] = await Promise.all([aPass(estate.ok), aPass(estate.ok)])
  const codes = {
    before: (await openOn(estate.ok, before)).show(),
    after: (await openOn(estate.ok, after)).show(),
  }
  const early = record('early', { payload: codes.before })
  for (const { id } of [before, after]) await estate.ok('demo-owner', 'visitor', 'revoke', { id })
  const late = record('late', { payload: codes.after })
  expect((await sync('demo-guard', early, late)).items.map(({ reason }) => reason)).toEqual([null, 'REVOKED'])
})

test('a forged record, an unknown plate and a refusal are kept as such', async () => {
  const pass = await aPass(estate.ok)
  const payload = (await openOn(estate.ok, pass)).show(Date.now() - 600_000)
  const { items } = await sync(
    'demo-guard',
    record('stale', { payload }),
    record('plate', { plate: '苏E00007' }),
    record('refused', { plate: '苏E00008', refused: 'UNKNOWN' }),
  )
  expect(items.map(({ result, reason }) => ({ result, reason }))).toEqual(
    expect.arrayContaining([
      { result: 'conflict', reason: 'STALE_CODE' },
      { result: 'conflict', reason: 'UNKNOWN' },
      { result: 'accepted', reason: null },
    ]),
  )
  const { items: log } = await estate.ok('demo-butler', 'visitor', 'log', {
    from: new Date(Date.now() - 3_600_000).toISOString(),
    to: new Date(Date.now() + 3_600_000).toISOString(),
  })
  expect(log.filter(entry => entry.plate === '苏E00008')).toMatchObject([{ admitted: false, offline: true }])
})

test('the kit holds what a code cannot contain', async () => {
  const pass = await aPass(estate.ok, { plate: '苏E66666' })
  await openOn(estate.ok, pass)
  await estate.ok('demo-owner', 'visitor', 'revoke', { id: pass.id })
  const kit = await estate.ok('demo-guard', 'visitor', 'gateKit')
  expect(kit.passes.find(({ id }) => id === pass.id)).toMatchObject({
    state: 'revoked',
    plate: '苏E66666',
    used: 0,
  })
  expect(kit.gates.map(({ id }) => id)).toEqual(['south', 'north', 'garage'])
  expect(kit.keys.length).toBeGreaterThanOrEqual(4)
  expect(JSON.stringify(kit)).not.toMatch(/张三|demo-owner|tianma-1/)
})

test('a time in the future, or a gate that there is not, is a conflict of that record alone, and nothing is lost', async () => {
  const [timely, ahead, elsewhere] = await Promise.all([aPass(estate.ok), aPass(estate.ok), aPass(estate.ok)])
  const codes = []
  for (const pass of [timely, ahead, elsewhere]) codes.push((await openOn(estate.ok, pass)).show())
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString()
  const sent = [
    record('timely', { payload: codes[0] }),
    record('ahead', { payload: codes[1], at: inAnHour }),
    record('nogate', { payload: codes[2], gate: '没有的门' }),
    record('refusal', { plate: '苏E00009', refused: 'UNKNOWN', at: inAnHour }),
    record('leaves', { leaves: `${timely.id}-rec-timely-0000`, at: inAnHour }),
  ]
  const { items } = await sync('demo-guard', ...sent)
  expect(new Map(items.map(({ id, reason }) => [id, reason]))).toEqual(
    new Map([
      ['rec-timely-0000', null],
      ['rec-ahead-0000', 'BAD_TIME'],
      ['rec-nogate-0000', 'NO_GATE'],
      ['rec-refusal-0000', 'BAD_TIME'],
      ['rec-leaves-0000', 'BAD_TIME'],
    ]),
  )
  for (const { id } of [ahead, elsewhere])
    expect(await estate.ok('demo-owner', 'visitor', 'get', { id })).toMatchObject({ used: 1 })
  const log = await eventually(async () => {
    const found = (await estate.ok('demo-butler', 'visitor', 'conflicts', { limit: 50 })).items.filter(
      ({ reason }) => reason === 'BAD_TIME' || reason === 'NO_GATE',
    )
    return found.length === 4 ? found : undefined
  })
  for (const { at } of log) expect(Date.parse(at)).toBeLessThanOrEqual(Date.now())
  expect((await estate.ok('demo-owner', 'visitor', 'get', { id: timely.id })).visits).toMatchObject([
    { leftAt: expect.any(String) as string },
  ])
})

test('a record by plate counts on the pass that was valid then, though it was revoked since', async () => {
  const pass = await aPass(estate.ok, { plate: '苏E66001', kind: 'multi', uses: 3 })
  const early = record('plate-early', { plate: '苏E66001' })
  await estate.ok('demo-owner', 'visitor', 'revoke', { id: pass.id })
  expect((await sync('demo-guard', early)).items).toMatchObject([
    { result: 'accepted', entryId: `${pass.id}-${early.id}` },
  ])
})
