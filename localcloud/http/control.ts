import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { parseFault } from '../faults'
import { parseJson, readBody, sendJson, type Exchange } from './exchange'

/** The paths that only a developer's machine has: the clock, the timers, faults and figures. */
export async function serveControl(
  { cloud, request, response }: Exchange,
  methodAndPath: string,
): Promise<void> {
  switch (methodAndPath) {
    case 'POST tick':
      return sendJson(response, { ran: await cloud.timers.tick() })
    case 'POST time':
      return moveClock(cloud, response, await readInput(request))
    case 'POST faults':
      return setFault(cloud, response, await readInput(request))
    case 'POST accepts':
      return addAccepts(cloud, response, await readInput(request))
    case 'GET stats':
      return sendJson(response, cloud.stats.report())
    case 'POST stats/reset':
      cloud.stats.reset()
      return sendJson(response, { ok: true })
    default:
      return sendJson(response, { error: 'no such path' }, 404)
  }
}

async function readInput(request: IncomingMessage): Promise<unknown> {
  return parseJson(await readBody(request, 64 * 1024))
}

/** The clock can be at most ten years away from real time. */
const FURTHEST_MS = 10 * 365 * 86_400_000

function moveClock(cloud: Cloud, response: ServerResponse, input: unknown): void {
  const offsetMs = (input as { offsetMs?: unknown } | null | undefined)?.offsetMs
  if (typeof offsetMs !== 'number' || !Number.isFinite(offsetMs) || Math.abs(offsetMs) > FURTHEST_MS)
    return refuse(response, 'offsetMs')
  cloud.clock.shift(offsetMs)
  sendJson(response, { offsetMs, now: new Date(cloud.clock.now()).toISOString() })
}

function setFault(cloud: Cloud, response: ServerResponse, input: unknown): void {
  const fault = parseFault(input)
  if (typeof fault === 'string') return refuse(response, fault)
  cloud.faults.set(fault)
  sendJson(response, { faults: cloud.faults.list() })
}

/** Records consents given in WeChat's own dialogue, which the app does not see. */
function addAccepts(cloud: Cloud, response: ServerResponse, input: unknown): void {
  const { openids, template } = (input ?? {}) as { openids?: unknown; template?: unknown }
  if (typeof template !== 'string') return refuse(response, 'template')
  if (!Array.isArray(openids) || !openids.every(openid => typeof openid === 'string'))
    return refuse(response, 'openids')
  cloud.subscriptions.acceptAll(openids, template)
  sendJson(response, { accepted: openids.length })
}

function refuse(response: ServerResponse, field: string): void {
  sendJson(response, { error: 'invalid', field }, 400)
}
