import type { ActionName } from '@domain/contract'
import { eventually, startEstate, wholeInbox, type Estate } from '../support/estate'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const hour = 3_600_000
/** 09:00 in Shanghai on a later day, so that the parts of the day are where the test expects them. */
const begin = Math.ceil(Date.now() / (24 * hour)) * 24 * hour + hour
const at = (hours: number) => estate.post('/time', { offsetMs: begin + hours * hour - Date.now() })
/** Moves the clock and runs the timer several times: notifications are not repeated. */
async function passes(from: number, to: number): Promise<void> {
  for (let hours = from; hours <= to; hours += 4) {
    await at(hours)
    for (let n = 0; n < 2; n++) await estate.post('/tick')
  }
  await at(to)
}
const act = (who: string, action: ActionName<'complaint'>, id: string, more: object = {}) =>
  estate.ok(who, 'complaint', action, { id, ...more })
const get = (id: string) => estate.ok('demo-owner', 'complaint', 'get', { id })
const titlesFor = async (who: string, id: string): Promise<string[]> =>
  (await wholeInbox(estate, who)).filter(({ link }) => link?.includes(id)).map(({ title }) => title)
const count = async (who: string, id: string, words: string): Promise<number> =>
  (await titlesFor(who, id)).filter(title => title.includes(words)).length
const late = '投诉超过承诺时间'
const above = '投诉超时一天'
/**
 * How often each is notified: both butlers of the late clock, the manager, and the committee, whose message
 * leads to the figures alone.
 */
async function tellings(id: string) {
  const committee = (await wholeInbox(estate, 'demo-committee')).filter(({ title }) => title.includes(above))
  expect(committee.every(({ link }) => link === 'packages/desk/figures/index')).toBe(true)
  return {
    butler: await count('demo-butler', id, late),
    other: await count('demo-butler-2', id, late),
    manager: await count('demo-manager', id, above),
    committee: committee.length,
    early: await count('demo-manager', id, late),
  }
}
const each = (below: number, up: number) => ({
  butler: below,
  other: below,
  manager: up,
  committee: up,
  early: 0,
})
const settles = (id: string, expected: object) =>
  eventually(async () => JSON.stringify(await tellings(id)) === JSON.stringify(expected)).catch(async () =>
    expect(await tellings(id)).toEqual(expected),
  )

test('every clock of a complaint runs out: staff and their superiors are notified once each, and it closes all the same', async () => {
  await at(0)
  const { id, clocks } = await estate.ok('demo-owner', 'complaint', 'submit', {
    category: 'noise',
    content: '夜里施工',
    houseId: 'tianma-1',
  })
  expect(clocks).toMatchObject([
    { name: 'acknowledge', state: 'running', told: [], tells: 'butler' },
    { name: 'answer', state: 'running' },
  ])
  await passes(0, 23)
  expect(await tellings(id)).toEqual(each(0, 0))
  await passes(24, 36)
  await settles(id, each(1, 0))
  expect((await get(id)).clocks[0]).toMatchObject({
    name: 'acknowledge',
    state: 'missed',
    metAt: null,
    told: ['butler'],
    tells: 'manager',
  })
  await passes(48, 60)
  await settles(id, each(1, 1))
  expect((await get(id)).clocks[0]).toMatchObject({ told: ['butler', 'manager', 'committee'], tells: null })

  // The complaint is accepted late: that clock stops, and the other one runs out later.
  await act('demo-butler', 'accept', id)
  expect((await get(id)).clocks[0]).toMatchObject({ state: 'missed', metAt: expect.any(String) as string })
  await passes(64, 84)
  await settles(id, each(2, 1))
  await passes(88, 120)
  await settles(id, each(2, 2))

  await act('demo-butler', 'resolve', id, { outcome: '施工改到白天' })
  await passes(124, 164)
  expect(await tellings(id)).toEqual(each(2, 2))
  await passes(168, 180)
  await settles(id, each(3, 2))
  await eventually(async () => (await count('demo-owner', id, '直接评价')) === 1)
  await passes(192, 212)
  await settles(id, each(3, 3))

  // 240: 09:00. Two calls in one part of the day count as one; between two parts nothing is due.
  await at(240)
  expect(await act('demo-butler-2', 'callBack', id, { reached: false })).toMatchObject({
    tries: 1,
    asked: false,
    callAfter: new Date(begin + 244.5 * hour).toISOString(),
  })
  expect((await estate.ok('demo-butler-2', 'desk', 'todo')).items.some(item => item.id === id)).toBe(false)
  expect(await act('demo-butler-2', 'callBack', id, { reached: false })).toMatchObject({
    tries: 2,
    asked: false,
  })
  await at(245)
  expect((await estate.ok('demo-butler-2', 'desk', 'todo')).items.some(item => item.id === id)).toBe(true)
  expect(await act('demo-butler-2', 'callBack', id, { reached: false })).toMatchObject({
    asked: false,
    callAfter: new Date(begin + 249.5 * hour).toISOString(),
  })
  await at(250)
  expect(await act('demo-butler-2', 'callBack', id, { reached: false })).toMatchObject({
    tries: 4,
    asked: true,
    callAfter: null,
    status: 'resolved',
  })
  await eventually(async () => (await count('demo-owner', id, '请评价')) === 1)
  // The complaint waits for the resident now, and is on no workbench.
  for (const who of ['demo-butler', 'demo-butler-2', 'demo-manager'])
    expect((await estate.ok(who, 'desk', 'todo')).items.some(item => item.id === id)).toBe(false)

  await act('demo-owner', 'answer', id, { satisfied: 3 })
  for (let n = 0; n < 3; n++) await estate.post('/tick')
  const closed = await get(id)
  expect(closed).toMatchObject({ status: 'closed', satisfied: 3, reopened: 0 })
  expect(
    closed.timeline.filter(({ what }) => what === 'overdue').map(step => [step.late, step.told]),
  ).toEqual([
    [['acknowledge'], ['butler']],
    [['acknowledge'], ['manager', 'committee']],
    [['answer'], ['butler']],
    [['answer'], ['manager', 'committee']],
    [['callBack'], ['butler']],
    [['callBack'], ['manager', 'committee']],
  ])
  await passes(252, 300)
  expect(await tellings(id)).toEqual(each(3, 3))
  await eventually(async () => (await count('demo-owner', id, '已办结')) === 1)
})

test('a late complaint of the manager’s notifies the manager, and then the committee', async () => {
  await at(400)
  const { id } = await estate.ok('demo-owner', 'complaint', 'submit', {
    category: 'person',
    content: '态度不好',
    houseId: 'tianma-1',
    about: { kind: 'person', id: 'demo-technician' },
  })
  const before = (await wholeInbox(estate, 'demo-committee')).filter(({ title }) =>
    title.includes(above),
  ).length
  await passes(424, 452)
  const committee = async () =>
    (await wholeInbox(estate, 'demo-committee')).filter(({ title }) => title.includes(above)).length - before
  await eventually(async () => (await count('demo-manager', id, late)) === 1 && (await committee()) === 1)
  expect([await count('demo-butler', id, late), await count('demo-manager', id, above)]).toEqual([0, 0])
})
