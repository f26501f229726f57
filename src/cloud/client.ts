import type { ActionName, FunctionName, Input, Output } from '@domain/contract'
import type { Failure, Reply } from '@domain/kernel/failure'
import { currentLang } from '@/i18n/lang'
import { useTexts, type CommonKey } from '@/i18n/texts'
import type { Adapter, Envelope } from './adapter'
import type { Picked } from '@/device/picked'
import { h5 } from './h5'
import { weapp } from './weapp'
import { reconnected, connection } from './connection'

/** What every failed call throws: the failure as the person may read it. */
export class CallFailed extends Error {
  readonly failure: Failure
  /** No reply came, and this phone has no network. */
  readonly offline: boolean

  constructor(failure: Failure, offline = false) {
    super(failure.code)
    this.name = 'CallFailed'
    this.failure = failure
    this.offline = offline
  }
}

export const adapter: Adapter = process.env.TARO_ENV === 'h5' ? h5 : weapp

const attempts = 3
/** Pause before the second and the third attempt, in ms. */
export const pauses = [500, 1500]

/** 22 letters and digits: unguessable enough, and within the 8–64 of the contract. */
export function newRequestId(): string {
  let made = Date.now().toString(36)
  while (made.length < 22) made += Math.random().toString(36).slice(2)
  return made.slice(0, 22)
}

/** Outside a page: a call may fail while none is drawn. */
const textOf = (key: CommonKey): string => useTexts.in(currentLang())(key)

const wait = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))

/** A reply is an envelope; anything else (a proxy's page, an empty body) counts as no reply. */
const isReply = (answer: unknown): answer is Reply<unknown> =>
  typeof answer === 'object' && answer !== null && typeof (answer as { ok?: unknown }).ok === 'boolean'

/**
 * Sends one call, up to three times, with the same requestId each time: a write whose
 * reply was lost is answered with its first reply.
 * @throws CallFailed
 */
export async function send(
  fn: string,
  action: string,
  input: unknown,
  { requestId = newRequestId(), through = adapter }: { requestId?: string; through?: Adapter } = {},
): Promise<unknown> {
  const envelope: Envelope = { action, input, lang: currentLang(), requestId }
  let busy: Failure | undefined
  for (let attempt = 1; attempt <= attempts; attempt++) {
    if (attempt > 1) {
      connection.set({ kind: 'trying', attempt, of: attempts })
      await wait(pauses[attempt - 2] ?? 1500)
    }
    const answer = await through.call(fn, envelope).catch((): undefined => undefined)
    if (!isReply(answer)) {
      busy = undefined
      continue
    }
    if (answer.ok) {
      reconnected()
      return answer.data
    }
    if (answer.error.code !== 'UNAVAILABLE') {
      reconnected()
      throw new CallFailed(answer.error)
    }
    busy = answer.error
  }
  const offline = busy === undefined && !(await through.online())
  connection.set(offline ? { kind: 'offline' } : { kind: 'good' })
  throw new CallFailed(
    busy ?? { code: 'UNAVAILABLE', message: textOf(offline ? 'offlineCall' : 'unreachable') },
    offline,
  )
}

/** Stores a picture; the pictures of a form are uploaded when they are chosen, so that sending is quick. */
export async function upload(picked: Picked): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      const fileID = await adapter.upload(picked)
      reconnected()
      return fileID
    } catch {
      if (attempt === attempts) break
      connection.set({ kind: 'trying', attempt: attempt + 1, of: attempts })
      await wait(pauses[attempt - 1] ?? 1500)
    }
  }
  const offline = !(await adapter.online())
  connection.set(offline ? { kind: 'offline' } : { kind: 'good' })
  throw new CallFailed({ code: 'UNAVAILABLE', message: textOf('photoNotSent') }, offline)
}

type Call<F extends FunctionName, A extends ActionName<F>> = (
  input: Input<F, A>,
  more?: { requestId?: string },
) => Promise<Output<F, A>>
type Cloud = { [F in FunctionName]: { [A in ActionName<F>]: Call<F, A> } }

/** `cloud.repair.create({...})`: every action of the contract, with its types and no code of its own. */
export const cloud = new Proxy(
  {},
  {
    get: (_, fn) =>
      new Proxy(
        {},
        {
          get: (__, action) => (input: unknown, more?: { requestId?: string }) =>
            send(String(fn), String(action), input, more),
        },
      ),
  },
) as Cloud

if (process.env.TARO_ENV === 'h5' || process.env.TARO_ENV === 'weapp') {
  adapter.watchNetwork(online => connection.set(online ? { kind: 'good' } : { kind: 'offline' }))
}
