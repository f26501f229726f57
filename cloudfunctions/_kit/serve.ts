import { createHash, randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import type { ActionName, Contract, FunctionName, Input, Output } from '@domain/contract'
import { forbidden, invalid, Refusal, type Reply } from '@domain/kernel/failure'
import { isStranger, type Caller } from '@domain/kernel/people'
import type { ActionSpec } from '@domain/kernel/wire'
import { langs, type Lang } from '@domain/kernel/words'
import type { Mark } from '@domain/notice/outbox'
import { mayCall, type Who } from '@domain/permissions'
import { permissions } from '@domain/services'
import { toCaller } from './caller'
import { describeIssues } from './describe-issues'
import { persons, type Person } from './records'
import { wxContext } from './store'

/** What an action is given: everything is checked, and the time comes in as an argument. */
export interface Call<I, R> {
  input: I
  caller: Caller
  person: Person | null
  /** What `load` read, side by side with the caller. */
  loaded: R
  now: Date
  /** Stands for caller and requestId: the id of what a create makes. */
  requestKey: string
  /** The mark of this request on the record that it writes. */
  request: Mark
}

export interface Action<I, O, R = unknown> {
  /** Reads what the action is about while the caller is being read; it must not decide anything. */
  load?(input: I): Promise<R>
  /** Other persons that the action needs, read in the caller's own request. */
  alsoPersons?(input: I): string[]
  run(call: Call<I, R> & { others: Person[] }): Promise<O>
}

type Actions<F extends FunctionName> = { [A in ActionName<F>]: Action<Input<F, A>, Output<F, A>> }

/** An action of the contract, typed by its name; `load`'s result is what `run` gets as `loaded`. */
export const action = <F extends FunctionName, A extends ActionName<F>, R = undefined>(
  _function: F,
  _name: A,
  body: Action<Input<F, A>, Output<F, A>, R>,
): Action<Input<F, A>, Output<F, A>> => body

const requestIdForm = /^[A-Za-z0-9_-]{8,64}$/
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

/**
 * The one door of a cloud function: identity, input, permission, answer once, envelope, one log line.
 * `specs` is the function's own part of the contract: making schemas takes time, and a cold start should make
 * no others.
 */
export function serve<F extends FunctionName>(name: F, specs: Contract[F], actions: Actions<F>) {
  return async (event: unknown): Promise<Reply<unknown>> => {
    const began = Date.now()
    const envelope = (typeof event === 'object' && event !== null ? event : {}) as Record<string, unknown>
    const timer = envelope.Type === 'Timer'
    const actionName = timer ? 'tick' : envelope.action
    const lang = langs.find(known => known === envelope.lang) ?? 'zh-CN'
    let reply: Reply<unknown>
    let fault: unknown
    try {
      reply = {
        ok: true,
        data: await answer(name, specs, actions, timer ? { action: 'tick', input: {} } : envelope, lang),
      }
    } catch (error) {
      const refusal = error instanceof Refusal ? error : asRefusal(error)
      if (!(error instanceof Refusal)) fault = error
      reply = { ok: false, error: refusal.toFailure(lang) }
    }
    log(
      {
        fn: name,
        action: typeof actionName === 'string' && Object.hasOwn(actions, actionName) ? actionName : '?',
        code: reply.ok ? 'OK' : reply.error.code,
        ms: Date.now() - began,
      },
      fault,
    )
    return reply
  }
}

async function answer<F extends FunctionName>(
  name: F,
  specs: Contract[F],
  actions: Actions<F>,
  envelope: Record<string, unknown>,
  lang: Lang,
): Promise<unknown> {
  const actionName = envelope.action
  if (typeof actionName !== 'string' || !Object.hasOwn(actions, actionName))
    throw invalid('action', '没有这个操作', 'No such action')
  const known = actionName as ActionName<F>
  const spec = specs[known] as unknown as ActionSpec<z.ZodMiniType, z.ZodMiniType>
  const { OPENID: openid = '', SOURCE: source = '' } = wxContext()
  const requestId = requestIdOf(envelope)
  const input = parse(spec.input, envelope.input ?? {}) as Input<F, ActionName<F>>
  const allowed = permissions[name][known] as readonly Who[]
  const now = new Date()
  const body = actions[known] as Action<unknown, unknown>
  const machine = isMachine(allowed, source)
  if (!machine && openid === '') throw forbidden()

  const [people, loaded] = await Promise.all([
    machine ? [] : persons.byIds([...new Set([openid, ...(body.alsoPersons?.(input) ?? [])])]),
    body.load?.(input),
  ])
  const person = people.find(one => one._id === openid) ?? null
  const caller = toCaller(openid, person, lang, now)
  if (!machine && !mayCall(caller, allowed))
    throw isStranger(caller) && !isForMachines(allowed) ? new Refusal('NOT_BOUND') : forbidden()

  const requestKey = hash(`${openid}|${requestId}`)
  const request = { key: requestKey, action: known, input: hash(`${name}.${known}|${JSON.stringify(input)}`) }
  const result = await body.run({ input, caller, person, loaded, now, requestKey, request, others: people })
  return checkedOutput(spec.output, result)
}

const isForMachines = (allowed: readonly Who[]): boolean =>
  allowed.every(who => who === 'timer' || who === 'function')

/** SOURCE is a chain such as `wx_client,scf`: the timer starts one, a function ends one. */
function isMachine(allowed: readonly Who[], source: string): boolean {
  const chain = source.split(',')
  return (
    (allowed.includes('timer') && chain.includes('wx_trigger')) ||
    (allowed.includes('function') && chain[chain.length - 1] === 'scf')
  )
}

// Without a requestId there is nothing to send again: the call stands for itself
// (docs/decisions/one-write.md).
function requestIdOf(envelope: Record<string, unknown>): string {
  const { requestId } = envelope
  if (requestId === undefined || requestId === null) return randomUUID()
  if (typeof requestId !== 'string' || !requestIdForm.test(requestId)) {
    throw invalid('requestId', '应为 8–64 位字母、数字、_ 或 -', '8 to 64 of A–Z, a–z, 0–9, _ and -')
  }
  return requestId
}

function parse(schema: z.ZodMiniType, value: unknown): unknown {
  const result = z.safeParse(schema, value, { reportInput: true })
  if (result.success) return result.data
  throw new Refusal('INVALID_INPUT', { fields: describeIssues(result.error.issues) })
}

/** Drops what the contract does not name; an answer that breaks it is our fault, not the caller's. */
const checkedOutput = (schema: z.ZodMiniType, value: unknown): unknown => z.parse(schema, value)

// The SDK reports what the cloud answered with an errCode; a programming mistake has none.
const asRefusal = (error: unknown): Refusal =>
  new Refusal(typeof (error as { errCode?: unknown })?.errCode === 'number' ? 'UNAVAILABLE' : 'INTERNAL')

/**
 * One line a call, without personal data: of a fault, where it happened but not its message, which may
 * quote records.
 */
function log(line: Record<string, unknown>, fault: unknown): void {
  const where =
    fault instanceof Error
      ? {
          fault: fault.name,
          errCode: (fault as { errCode?: number }).errCode,
          stack: fault.stack
            ?.split('\n')
            .filter(row => /^\s+at /.test(row))
            .slice(0, 6),
        }
      : {}
  console.log(JSON.stringify({ at: new Date().toISOString(), ...line, ...where }))
}
