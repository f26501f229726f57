import { setTimeout as sleep } from 'node:timers/promises'
import type { LocalProcess } from '../tests/support/local-process'
import { inTurn, sideBySide, type Call } from './client'
import { median, quantile, round } from './figures'

export interface ActionCost {
  action: string
  /** Of the dearest call. */
  requests: number
  examined: number
  p50: number
  p95: number
  /** With 20 calls under way. */
  perSecond: number
}

interface Stat { requests: { max: number }; examined: { max: number } }

const WIDTH = 20

/** Waits until the courier has carried what the calls before left behind; a minute at most. */
async function quiet(local: LocalProcess): Promise<void> {
  let before = ''
  for (let tries = 0; tries < 150; tries++) {
    const stats = JSON.stringify(await local.get('/stats'))
    if (stats === before) return
    before = stats
    await sleep(400)
  }
}

/**
 * Measures every action on orders that go through their whole life: `turns` calls one after the other
 * for the latency, then `many` with 20 under way for the throughput.
 */
export async function measureActions(local: LocalProcess, turns: number, many: number): Promise<ActionCost[]> {
  const { url } = local
  const costs: ActionCost[] = []
  const all = turns + many

  const measure = async (what: string, calls: readonly Call[]): Promise<unknown[]> => {
    await quiet(local)
    await local.post('/stats/reset')
    const first = await inTurn(url, calls.slice(0, turns))
    const rest = await sideBySide(url, calls.slice(turns), WIDTH)
    const { fn, action } = calls[0] as Call
    const stat = (await local.get<Record<string, Stat>>('/stats'))[`${fn}.${action}`]
    const times = first.map(({ ms }) => ms)
    costs.push({
      action: what, requests: stat?.requests.max ?? 0, examined: stat?.examined.max ?? 0,
      p50: round(median(times)), p95: round(quantile(times, 0.95)), perSecond: Math.round(rest.perSecond),
    })
    return [...first, ...rest.results].map(({ data }) => data)
  }
  const same = (call: Call): Call[] => Array.from({ length: all }, () => call)
  const repair = (as: string, action: string, input: object): Call => ({ as, fn: 'repair', action, input })
  const step = (as: string, action: string, ids: readonly string[], more: object = {}, what = `repair.${action}`) =>
    measure(what, ids.map(id => repair(as, action, { id, ...more })))
  const file = async (what: string): Promise<string[]> => {
    const made = await measure(what, Array.from({ length: all }, (_, n) =>
      repair('demo-owner', 'create', { place: 'house', houseId: 'tianma-1', category: 'water', urgency: 'normal', description: `水龙头漏水 ${String(n)}` })))
    return made.map(data => (data as { id: string }).id)
  }

  await sideBySide(url, [
    ...Array.from({ length: 4 * WIDTH }, () => repair('demo-owner', 'list', { scope: 'mine' })),
    ...Array.from({ length: 4 * WIDTH }, () => ({ as: 'demo-owner', fn: 'account', action: 'session', input: {} })),
    ...Array.from({ length: 4 * WIDTH }, () => ({ as: 'demo-owner', fn: 'notice', action: 'unread', input: {} })),
  ], WIDTH)

  const ids = await file('repair.create')
  await measure('repair.list mine', same(repair('demo-owner', 'list', { scope: 'mine' })))
  await measure('repair.list house', same(repair('demo-owner', 'list', { scope: 'house' })))
  await measure('repair.list queue (butler)', same(repair('demo-butler', 'list', { scope: 'queue' })))
  await measure('repair.list queue (technician)', same(repair('demo-technician', 'list', { scope: 'queue' })))
  await measure('repair.list assigned', same(repair('demo-technician', 'list', { scope: 'assigned' })))
  await step('demo-owner', 'get', ids)
  await measure('repair.similar', same(repair('demo-owner', 'similar', { place: 'house', category: 'water' })))
  await measure('repair.house', same(repair('demo-butler', 'house', { houseId: 'tianma-1' })))
  await measure('repair.technicians', same(repair('demo-butler', 'technicians', {})))
  await step('demo-owner', 'urge', ids)
  await step('demo-butler', 'accept', ids)
  await step('demo-butler', 'assign', ids, { technician: 'demo-technician' })
  await step('demo-technician', 'contact', ids)
  await step('demo-technician', 'start', ids)
  await step('demo-technician', 'quote', ids, { items: [{ name: '陶瓷阀芯', price: 3500, count: 1 }] })
  await step('demo-owner', 'decideQuote', ids, { agree: true })
  await step('demo-technician', 'finish', ids, { note: '更换阀芯，已试水' })
  await step('demo-owner', 'verify', ids, { accepted: true })
  await step('demo-owner', 'rate', ids, { speed: 5, quality: 5, attitude: 5 })

  const others = await file('repair.create (again)')
  costs.pop()
  await step('demo-technician', 'grab', others)
  await step('demo-owner', 'cancel', others)

  await measure('account.session', same({ as: 'demo-owner', fn: 'account', action: 'session', input: {} }))
  await measure('notice.inbox', same({ as: 'demo-owner', fn: 'notice', action: 'inbox', input: {} }))
  await measure('notice.unread', same({ as: 'demo-owner', fn: 'notice', action: 'unread', input: {} }))
  await measure('notice.consent', same({ as: 'demo-guard', fn: 'notice', action: 'consent', input: { results: { 'repairProgress': 'accept' } } }))
  return costs
}
