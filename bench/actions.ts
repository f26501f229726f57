import { setTimeout as sleep } from 'node:timers/promises'
import type { LocalProcess } from '../tests/support/local-process'
import { everyAction } from '../tests/support/every-action'
import { inTurn, eachLimited, type Call } from './client'
import { median, quantile, round } from './figures'
import { measureAccount } from './services/account'
import { measureEvent } from './services/event'
import { measureNotice } from './services/notice'
import { measureParking } from './services/parking'
import { measureRepair } from './services/repair'
import { measureVisitor } from './services/visitor'

export interface ActionCost {
  action: string
  /** Of the dearest call. */
  requests: number
  examined: number
  /** Queries without an index. */
  scans: number
  p50: number
  p95: number
  /** With 20 calls under way. */
  perSecond: number
}

/** What a service measures itself with. */
export interface Bench {
  /** Enough calls for one `measure`. */
  all: number
  /** Makes these calls of one action and notes what they cost; their data in order. `what` says more than the action's name. */
  measure(calls: readonly Call[], what?: string): Promise<unknown[]>
  /** One call as often as `measure` wants it. */
  same(as: string, fn: string, action: string, input?: object): Call[]
}

interface Stat {
  requests: { max: number }
  examined: { max: number }
  scans: number
}

const WIDTH = 20
/** Called by the timer and by functions alone. */
const notByPhones = ['clock', 'courier']

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
 * Measures the actions of every service: `turns` calls one after the other for the latency, then `many` with 20 under way
 * for the throughput. Also names the actions that were not called.
 */
export async function measureActions(
  local: LocalProcess,
  turns: number,
  many: number,
): Promise<{ costs: ActionCost[]; unmeasured: string[] }> {
  const { url } = local
  const costs: ActionCost[] = []
  const called = new Set<string>()
  const all = turns + many

  const measure: Bench['measure'] = async (calls, what) => {
    const { fn, action } = calls[0] as Call
    const name = `${fn}.${action}`
    await quiet(local)
    await local.post('/stats/reset')
    const first = await inTurn(url, calls.slice(0, turns))
    const rest = await eachLimited(url, calls.slice(turns), WIDTH)
    const stat = (await local.get<Record<string, Stat>>('/stats'))[name]
    if (!stat) throw new Error(`/stats does not know ${name}`)
    const times = first.map(({ ms }) => ms)
    called.add(name)
    costs.push({
      action: what === undefined ? name : `${name} ${what}`,
      requests: stat.requests.max,
      examined: stat.examined.max,
      scans: stat.scans,
      p50: round(median(times)),
      p95: round(quantile(times, 0.95)),
      perSecond: Math.round(rest.perSecond),
    })
    return [...first, ...rest.results].map(({ data }) => data)
  }
  const same: Bench['same'] = (as, fn, action, input = {}) =>
    Array.from({ length: all }, () => ({ as, fn, action, input }))
  const bench: Bench = { all, measure, same }

  // Every instance that the pools will have is started before anything is measured.
  const warm: [fn: string, action: string, input: object][] = [
    ['repair', 'list', { scope: 'mine' }],
    ['account', 'session', {}],
    ['notice', 'unread', {}],
  ]
  for (const [fn, action, input] of warm)
    await eachLimited(url, same('demo-owner', fn, action, input).slice(0, 4 * WIDTH), WIDTH)
  for (const measureService of [
    measureRepair,
    measureAccount,
    measureNotice,
    measureVisitor,
    measureParking,
    measureEvent,
  ])
    await measureService(bench)
  const unmeasured = everyAction
    .filter(({ name, fn }) => !notByPhones.includes(fn) && !called.has(name))
    .map(({ name }) => name)
  return { costs, unmeasured }
}
