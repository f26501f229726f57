import { eventually, startEstate, type Estate } from '../functions/support/estate'

jest.setTimeout(180_000)
let estate: Estate
/** The order that stays, reported by the owner of the first house; the second owner's was merged into it. */
let id: string
beforeAll(async () => {
  estate = await startEstate()
  const lamp = { place: 'public', category: 'lighting', urgency: 'normal', description: '路灯不亮' }
  id = (await estate.ok('demo-owner', 'repair', 'create', lamp)).id
  const merged = await estate.ok('demo-owner-2', 'repair', 'create', { ...lamp, description: '灯坏了' })
  await estate.ok('demo-butler', 'repair', 'merge', { id: merged.id, into: id })
  await eventually(async () => {
    const { items } = await estate.ok('demo-owner-2', 'repair', 'list', { scope: 'mine' })
    return items.some(order => order.id === id)
  })
  await estate.ok('demo-butler', 'repair', 'assign', { id, technician: 'demo-technician' })
})
afterAll(() => estate.stop())

const names = /周示例|19900000000|1990000|demo-owner"|demo-technician/

test('a merged reporter follows status and timeline, without names, contact or moves', async () => {
  const order = await estate.ok('demo-owner-2', 'repair', 'get', { id })
  expect(order).toMatchObject({ status: 'assigned', reporter: null, assignee: null, actions: [] })
  expect(order.timeline.map(({ what, by, note }) => ({ what, name: by.name, note }))).toEqual([
    { what: 'submitted', name: null, note: undefined },
    { what: 'assigned', name: null, note: undefined },
  ])
  expect(JSON.stringify(order)).not.toMatch(names)
  const { items } = await estate.ok('demo-owner-2', 'repair', 'list', { scope: 'mine' })
  expect(JSON.stringify(items)).not.toMatch(names)
  expect(items.find(each => each.id === id)?.actions).toEqual([])
})

test('a merged reporter decides nothing', async () => {
  for (const [action, more] of [
    ['cancel', { reason: '不用了' }],
    ['urge', {}],
    ['verify', { accepted: true }],
    ['decideQuote', { agree: true }],
    ['rate', { speed: 5, quality: 5, attitude: 5 }],
  ] as const)
    expect({
      action,
      reply: await estate.as('demo-owner-2', 'repair', action, { id, ...more }),
    }).toMatchObject({ action, reply: { error: { code: 'FORBIDDEN' } } })
  expect((await estate.ok('demo-owner', 'repair', 'get', { id })).actions).toContain('cancel')
})

test('the copy of a merged reporter names nobody else', async () => {
  const copy = await estate.ok('demo-owner-2', 'account', 'exportMine')
  expect(JSON.stringify(copy.records.repairs)).toContain('路灯不亮')
  expect(JSON.stringify(copy)).not.toMatch(/周示例|19900000000|"demo-owner"/)
})
