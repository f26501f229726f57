import { setTimeout as sleep } from 'node:timers/promises'
import { defaultLimits, highestLimit } from '@domain/kernel/limits'
import type { LocalProcess } from '../tests/support/local-process'
import { everyAction } from '../tests/support/every-action'
import type { Bench } from './bench'
import { inTurn, eachLimited, type Call } from './client'
import { median, quantile, round } from './figures'
import { loadServices } from './services'

export interface ActionCost {
  action: string
  /** Database requests of the most expensive call. */
  requests: number
  /** Documents examined by the most expensive call. */
  examined: number
  /** Queries without an index. */
  scans: number
  p50: number
  p95: number
  /** With 20 concurrent calls. */
  perSecond: number
}

interface Stat {
  requests: { max: number }
  examined: { max: number }
  scans: number
}

const CONCURRENT = 20
/** Functions that only the timer and other functions call. */
const notByPhones = ['clock', 'courier']

/** Waits until the courier has finished the work of earlier calls; at most a minute. */
async function waitForCourier(local: LocalProcess): Promise<void> {
  let before = ''
  for (let tries = 0; tries < 150; tries++) {
    const stats = JSON.stringify(await local.get('/stats'))
    if (stats === before) return
    before = stats
    await sleep(400)
  }
}

/**
 * Measures the actions of every service: `turns` calls one after the other for the latency, then `many` calls
 * with 20 concurrent for the throughput. Also returns the actions that no service measured.
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

  const measure: Bench['measure'] = async (calls, detail) => {
    const [call] = calls
    if (!call) throw new Error(`there is no call to measure${detail === undefined ? '' : `: ${detail}`}`)
    const name = `${call.fn}.${call.action}`
    await waitForCourier(local)
    await local.post('/stats/reset')
    const first = await inTurn(url, calls.slice(0, turns))
    const rest = await eachLimited(url, calls.slice(turns), CONCURRENT)
    const stat = (await local.get<Record<string, Stat>>('/stats'))[name]
    if (!stat) throw new Error(`/stats does not know ${name}`)
    const times = first.map(({ ms }) => ms)
    called.add(name)
    costs.push({
      action: detail === undefined ? name : `${name} ${detail}`,
      requests: stat.requests.max,
      examined: stat.examined.max,
      scans: stat.scans,
      p50: round(median(times)),
      p95: round(quantile(times, 0.95)),
      perSecond: Math.round(rest.perSecond),
    })
    return [...first, ...rest.results].map(({ data }) => data)
  }
  const prepare: Bench['prepare'] = async calls => (await inTurn(url, calls)).map(({ data }) => data)
  const same: Bench['same'] = (as, fn, action, input = {}) =>
    Array.from({ length: all }, () => ({ as, fn, action, input }))
  const bench: Bench = { all, prepare, measure, same }

  await inTurn(url, [liftLimits])
  await startInstances(url, same)
  for (const measureService of await loadServices()) await measureService(bench)
  const unmeasured = everyAction
    .filter(({ name, fn }) => !notByPhones.includes(fn) && !called.has(name))
    .map(({ name }) => name)
  return { costs, unmeasured }
}

/** One resident makes hundreds of records here. */
const liftLimits: Call = {
  as: 'demo-manager',
  fn: 'account',
  action: 'updateSettings',
  input: { limits: Object.fromEntries(Object.keys(defaultLimits).map(name => [name, highestLimit])) },
}

/** Starts every instance of the busiest functions, so that no measured call waits for a start. */
async function startInstances(url: string, same: Bench['same']): Promise<void> {
  const calls: [fn: string, action: string, input: object][] = [
    ['repair', 'list', { scope: 'mine' }],
    ['account', 'session', {}],
    ['notice', 'unread', {}],
  ]
  for (const [fn, action, input] of calls)
    await eachLimited(url, same('demo-owner', fn, action, input).slice(0, 4 * CONCURRENT), CONCURRENT)
}
