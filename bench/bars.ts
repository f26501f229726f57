import { everyAction } from '../tests/support/every-action'
import { requestsAllowed } from '../tests/support/requests-allowed'
import type { ActionCost } from './actions'
import type { ColdStart } from './cold-start'
import type { GateCheck } from './gate-check'
import type { Growth } from './growth'
import type { Year } from './year'

export interface Bar {
  what: string
  most: number
  worst: number
  of: string
  met: boolean
}

/** The number of requests above the limit of the action; negative if there are fewer. */
function beyond({ action, requests }: ActionCost): number {
  const name = action.split(' ')[0] ?? ''
  const kind = everyAction.find(each => each.name === name)?.spec.kind ?? 'read'
  return requests - requestsAllowed(name, kind)
}

function bar(what: string, most: number, figures: readonly (readonly [of: string, figure: number])[]): Bar {
  const [of, worst] = [...figures].sort((a, b) => b[1] - a[1])[0] ?? ['nothing', 0]
  return { what, most, worst, of, met: worst <= most }
}

/** All measured figures. */
export interface Measured {
  coldStarts: readonly ColdStart[]
  growth: readonly Growth[]
  actions: readonly ActionCost[]
  gateCheck: GateCheck
  years: readonly Year[]
}

/** The limits that the measured figures must keep, and whether they do. */
export const barsOf = ({ coldStarts, growth, actions, gateCheck, years }: Measured): Bar[] => [
  bar(
    'cold start, times the SDK',
    1.2,
    coldStarts.map(each => [each.bundle, each.ratio]),
  ),
  bar(
    'latency with all orders, times that with few',
    1.5,
    growth.map(each => [each.call, each.ratio]),
  ),
  bar(
    'database requests beyond those allowed (2 for a read, 4 for a write, or the reason in tests/functions/<service>/requests-allowed.ts)',
    0,
    actions.map(each => [each.action, beyond(each)]),
  ),
  bar('offline check of a code, ms', 30, [
    [`slowed down ${String(gateCheck.slowdown)} times`, gateCheck.medianMs],
  ]),
  bar(
    "database requests of a year's figures",
    3,
    years.flatMap(({ records, answers }) =>
      answers
        .filter(({ call }) => call.startsWith('figures'))
        .map(each => [`${each.call}, ${String(records)} records`, each.requests] as const),
    ),
  ),
  bar(
    'longest round of the timer while it counts a year, s',
    60,
    years.map(({ records, longestRoundSeconds }) => [`${String(records)} records`, longestRoundSeconds]),
  ),
  bar(
    'queries without an index',
    0,
    actions.map(each => [each.action, each.scans]),
  ),
]
