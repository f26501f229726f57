import { serialOf } from '@domain/kernel/plate'
import type { LocalProcess } from '../tests/support/local-process'
import { make, type Call } from './client'
import { median, round } from './figures'
import { orderId } from './orders'
import { plateNo } from './vehicles'

export interface Growth {
  call: string
  small: number
  large: number
  ratio: number
  requests: number
  examinedSmall: number
  examinedLarge: number
}

type Costs = Record<string, { requests: { max: number }; examined: { max: number } }>

const list = (as: string, scope: string): Call => ({ as, fn: 'repair', action: 'list', input: { scope } })

/** A process and the number of its orders. */
export interface FilledProcess {
  local: LocalProcess
  orders: number
}

/**
 * Makes the same calls in turn to a process with few orders and to one with many; returns the p50 of `turns`.
 */
export async function measureGrowth(
  small: FilledProcess,
  large: FilledProcess,
  turns: number,
): Promise<Growth[]> {
  const calls: [string, (orders: number, turn: number) => Call][] = [
    ['list mine', () => list('demo-owner', 'mine')],
    ['list house', () => list('demo-owner', 'house')],
    ['list queue (butler)', () => list('demo-butler', 'queue')],
    ['list queue (technician)', () => list('demo-technician', 'queue')],
    ['list assigned', () => list('demo-technician', 'assigned')],
    [
      'plate look-up',
      (_vehicles, turn) => ({
        as: 'demo-guard',
        fn: 'parking',
        action: 'lookup',
        input: { plate: serialOf(plateNo(turn)).slice(0, 3) },
      }),
    ],
    [
      'get',
      (orders, turn) => ({
        as: 'demo-butler',
        fn: 'repair',
        action: 'get',
        input: { id: orderId((turn * 7919) % orders) },
      }),
    ],
  ]
  const found: Growth[] = []
  for (const [call, of] of calls) {
    const times: [number[], number[]] = [[], []]
    await Promise.all([small, large].map(({ local }) => local.post('/stats/reset')))
    for (let turn = -20; turn < turns; turn++) {
      const first = await make(small.local.url, of(small.orders, Math.abs(turn)))
      const second = await make(large.local.url, of(large.orders, Math.abs(turn)))
      if (turn < 0) continue
      times[0].push(first.ms)
      times[1].push(second.ms)
    }
    const { fn, action } = of(small.orders, 0)
    const key = `${fn}.${action}`
    const [few, many] = (
      await Promise.all([small, large].map(({ local }) => local.get<Costs>('/stats')))
    ).map(costs => costs[key])
    found.push({
      call,
      small: round(median(times[0])),
      large: round(median(times[1])),
      ratio: round(median(times[1]) / median(times[0])),
      requests: many?.requests.max ?? 0,
      examinedSmall: few?.examined.max ?? 0,
      examinedLarge: many?.examined.max ?? 0,
    })
  }
  return found
}
