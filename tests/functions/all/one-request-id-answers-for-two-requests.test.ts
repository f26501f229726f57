import type { Reply } from '@domain/kernel/failure'
import { anEvent } from '../event/support'
import { newRequestId, startEstate, type Estate } from '../support/estate'
import { inHours } from '../support/times'

jest.setTimeout(120_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

/** Two different requests of one person: an action and its input each. The first one succeeds. */
interface Pair {
  name: string
  who: string
  first: Call
  second: Call
}
type Call = readonly [fn: string, action: string, input: object]

const houseId = 'tianma-1'
const survey = {
  title: '更换监控',
  body: '请投票',
  endsAt: inHours(48),
  unit: 'person',
  voters: 'everybody',
  anonymous: false,
  audience: { kind: 'estate' },
  questions: [{ kind: 'single', text: '是否同意？', options: ['同意', '不同意'] }],
}
const order = { place: 'house', houseId, category: 'water', urgency: 'normal', description: '漏水' }
const pass = { houseId, name: '张三', party: 1, kind: 'once', from: inHours(1), to: inHours(2) }
const bicycle = { houseId, vehicle: 'bicycle', permit: 'temporary' }
const notice = { title: '停水', body: '今晚停水', audience: { kind: 'estate' } }
const space = { no: 'R-1', area: 'R', vehicle: 'car' }

/** Each pair makes its own records, so that the order of the pairs does not matter. */
const pairs: (() => Promise<Pair>)[] = [
  () =>
    pair('an order with another description', 'demo-owner', 'repair', 'create', order, {
      description: '停电',
    }),
  () => pair('a pass for another guest', 'demo-owner', 'visitor', 'create', pass, { name: '李四' }),
  () => pair('another bicycle', 'demo-owner', 'parking', 'register', bicycle, { note: '红色' }),
  () => pair('another complaint', 'demo-owner', 'complaint', 'submit', complaint(), { content: '夜里施工' }),
  () =>
    pair('another question', 'demo-owner', 'consult', 'say', { houseId, text: '几点？' }, { text: '在哪？' }),
  () => pair('another notice', 'demo-butler', 'notice', 'publish', notice, { title: '停电' }),
  () => pair('another survey', 'demo-butler', 'survey', 'publish', survey, { title: '更换门禁' }),
  () => pair('another guest at the gate', 'demo-guard', 'visitor', 'walkIn', walkIn(), { name: '王五' }),
  () =>
    pair(
      'other spaces',
      'demo-butler',
      'parking',
      'importSpaces',
      { rows: [space] },
      { rows: [{ ...space, no: 'R-2' }] },
    ),
  async () => {
    const { id } = await anEvent(estate.ok)
    return pair('a larger party', 'demo-owner', 'event', 'signUp', { id, party: 1 }, { party: 2 })
  },
  async () => {
    const { id } = await anEvent(estate.ok)
    return {
      name: 'an event that is changed, then cancelled',
      who: 'demo-butler',
      first: ['event', 'update', { id, title: '改期' }],
      second: ['event', 'cancel', { id, reason: '下雨' }],
    }
  },
  async () => {
    const { id } = await estate.ok('demo-owner', 'visitor', 'create', pass)
    return {
      name: 'a pass that is kept at hand, then revoked',
      who: 'demo-owner',
      first: ['visitor', 'star', { id, starred: true }],
      second: ['visitor', 'revoke', { id }],
    }
  },
  async () => {
    const { id } = await estate.ok('demo-owner', 'parking', 'register', bicycle)
    const until = inHours(24)
    return {
      name: 'a vehicle that is approved, then ended',
      who: 'demo-butler',
      first: ['parking', 'approve', { id, until }],
      second: ['parking', 'end', { id, reason: '已搬走' }],
    }
  },
  async () => {
    const { id } = await estate.ok('demo-owner', 'repair', 'create', order)
    return {
      name: 'an order that is accepted, then assigned',
      who: 'demo-butler',
      first: ['repair', 'accept', { id }],
      second: ['repair', 'assign', { id, technician: 'demo-technician' }],
    }
  },
  async () => {
    const { id } = await estate.ok('demo-butler', 'notice', 'publish', notice)
    return {
      name: 'a notice that is pinned, then unpinned',
      who: 'demo-butler',
      first: ['notice', 'pin', { id, pin: true }],
      second: ['notice', 'pin', { id, pin: false }],
    }
  },
  async () => {
    const { scene } = await estate.ok('demo-butler', 'account', 'renewCode', { houseId })
    const { id } = await estate.ok('newcomer', 'account', 'bind', {
      scene,
      name: '申请人',
      phone: '19900001234',
      relation: 'family',
    })
    return {
      name: 'a membership that is granted, then ended',
      who: 'demo-owner',
      first: ['account', 'decideBinding', { id, approve: true }],
      second: ['account', 'unbind', { id }],
    }
  },
]

const complaint = () => ({ category: 'noise', content: '太吵', houseId })
const walkIn = () => ({ houseId, name: '赵六', party: 1, gate: '南门' })

/** One action twice, the second time with a part of its input changed. */
const pair = (
  name: string,
  who: string,
  ...[fn, action, input, change]: [fn: string, action: string, input: object, change: object]
): Promise<Pair> =>
  Promise.resolve({ name, who, first: [fn, action, input], second: [fn, action, { ...input, ...change }] })

const send = (who: string, [fn, action, input]: Call, requestId: string): Promise<Reply<unknown>> =>
  estate.with({ requestId }).as(who, fn as never, action as never, input)

test('the same id with another action or another input is refused, and changes nothing', async () => {
  for (const make of pairs) {
    const { name, who, first, second } = await make()
    const requestId = newRequestId()
    expect({ name, reply: await send(who, first, requestId) }).toMatchObject({ name, reply: { ok: true } })
    expect({ name, reply: await send(who, second, requestId) }).toMatchObject({
      name,
      reply: {
        ok: false,
        error: { code: 'INVALID_INPUT', fields: { requestId: expect.any(String) as string } },
      },
    })
    expect({ name, reply: await send(who, first, requestId) }).toMatchObject({ name, reply: { ok: true } })
    // With its own request id the second request is decided by itself.
    const alone = await send(who, second, newRequestId())
    expect({ name, fields: alone.ok ? undefined : alone.error.fields }).toEqual({ name, fields: undefined })
  }
})
