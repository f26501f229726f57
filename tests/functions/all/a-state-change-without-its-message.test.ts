import { aTap, eventually, startEstate, sweep, wholeInbox, type Estate } from '../support/estate'
import type { ActionName } from '@domain/contract'

jest.setTimeout(240_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const people = [
  'demo-owner',
  'demo-owner-2',
  'demo-butler',
  'demo-butler-2',
  'demo-technician',
  'demo-technician-2',
  'demo-manager',
]
const score = { speed: 5, quality: 4, attitude: 5 }
const tiles = [{ name: '瓷砖', price: 1200, count: 4 }]

/** Takes orders through every step that notifies; repeats each call until it is answered. Returns the ids. */
async function everyStep(): Promise<string[]> {
  const must = async (who: string, action: ActionName<'repair'>, input: object): Promise<{ id: string }> => {
    const reply = await estate.retry(who, 'repair', action, input)
    if (!reply.ok) throw new Error(`${action}: ${JSON.stringify(reply.error)}`)
    return reply.data as { id: string }
  }
  const { id: whole } = await must('demo-owner', 'create', aTap)
  await must('demo-owner', 'urge', { id: whole })
  await must('demo-butler', 'accept', { id: whole })
  await must('demo-butler', 'assign', { id: whole, technician: 'demo-technician' })
  await must('demo-technician', 'start', { id: whole })
  await must('demo-technician', 'quote', { id: whole, items: tiles })
  await must('demo-owner', 'decideQuote', { id: whole, agree: false })
  await must('demo-technician', 'quote', { id: whole, items: tiles })
  await must('demo-owner', 'decideQuote', { id: whole, agree: true })
  await must('demo-technician', 'finish', { id: whole, note: '换好了' })
  await must('demo-owner', 'verify', { id: whole, accepted: false, reason: '还漏' })
  await must('demo-technician', 'start', { id: whole })
  await must('demo-technician', 'finish', { id: whole, note: '换好了' })
  await must('demo-owner', 'verify', { id: whole, accepted: true })
  await must('demo-owner', 'rate', { id: whole, ...score })

  const lamp = { place: 'public', category: 'lighting', urgency: 'normal', description: '路灯不亮' }
  const { id: first } = await must('demo-owner', 'create', lamp)
  const { id: second } = await must('demo-owner-2', 'create', lamp)
  await must('demo-butler', 'merge', { id: second, into: first })
  // Reporters of a merged order follow the other one once the courier has run; they get no earlier messages.
  await eventually(async () => {
    await estate.post('/tick')
    const { ok, data } = (await estate.retry('demo-owner-2', 'repair', 'list', { scope: 'mine' })) as {
      ok: boolean
      data: { items: { id: string }[] }
    }
    return ok && data.items.some(order => order.id === first)
  })
  await must('demo-technician-2', 'grab', { id: first })
  await must('demo-butler', 'cancel', { id: first, reason: '市政负责' })
  return [whole, first, second]
}

/** The titles of the messages about each order, by person. */
async function whoWasTold(ids: readonly string[]): Promise<string[]> {
  const titles = await Promise.all(
    people.map(async who => {
      const inbox = await wholeInbox(estate, who)
      return ids.flatMap((id, n) =>
        inbox
          .filter(message => message.link?.endsWith(id))
          .map(message => `${who}, order ${String(n)}: ${message.title}`),
      )
    }),
  )
  return titles.flat().sort()
}

test.each(['error', 'timeout-after-write', 'slow'])(
  "when a fifth of the database's answers fail (%s), everybody gets exactly the messages of a good day",
  async kind => {
    const good = await everyStep()
    await estate.post('/faults', { rate: 0.2, kind })
    const bad = await everyStep()
    await estate.post('/faults', { rate: 0, kind })
    await sweep(estate, 6)
    const expected = await whoWasTold(good)
    expect(expected.length).toBeGreaterThan(20)
    expect(await whoWasTold(bad)).toEqual(expected)
  },
)

test('a message written while the courier empties the outbox is found by the next sweep', async () => {
  await estate.post('/tick')
  await estate.post('/faults', { action: 'courier', rate: 1, kind: 'error' })
  const { id } = await estate.ok('demo-owner', 'repair', 'create', aTap)
  await estate.post('/faults', { action: 'repair.accept', rate: 1, kind: 'slow' })
  const accepting = estate.ok('demo-butler', 'repair', 'accept', { id })
  // Each request of the slow accept takes 400 ms: when the sweep comes, the order is read but not written.
  await new Promise(resolve => setTimeout(resolve, 600))
  await estate.post('/tick')
  await accepting
  await estate.post('/faults', { action: 'repair.accept', rate: 0 })
  await estate.post('/faults', { action: 'courier', rate: 0 })
  await estate.post('/tick')
  expect(await whoWasTold([id])).toContain('demo-owner, order 0: 您的报修已受理')
})

test('one accept is one notification, however often the courier has to start again', async () => {
  await estate.ok('demo-owner', 'notice', 'consent', { results: { repairProgress: 'accept' } })
  const before = (await estate.get<unknown[]>('/outbox?openid=demo-owner')).length
  await estate.post('/faults', { rate: 0.2, kind: 'timeout-after-write' })
  await everyStep()
  await estate.post('/faults', { rate: 0 })
  await sweep(estate, 6)
  expect((await estate.get<unknown[]>('/outbox?openid=demo-owner')).length - before).toBeLessThanOrEqual(1)
})
