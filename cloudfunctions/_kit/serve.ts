import { createHash, randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import type { ActionName, Contract, FunctionName, Input, Output } from '@domain/contract'
import { forbidden, invalid, Refusal, type Reply } from '@domain/kernel/failure'
import { isStranger, type Caller } from '@domain/kernel/people'
import type { ActionSpec } from '@domain/kernel/wire'
import { langs, type Lang } from '@domain/kernel/words'
import type { Mark } from '@domain/notice/outbox'
import { mayCall, type Who } from '@domain/permissions'
import { permissions } from '@domain/contract'
import { toCaller } from './caller'
import { describeIssues } from './describe-issues'
import { persons, type Person } from './records'
import { wxContext } from './store'

/** What an action gets: the input is checked, the caller is permitted, and the time is an argument. */
export interface Call<I, R> {
  input: I
  caller: Caller
  person: Person | null
  /** What `load` has read. */
  loaded: R
  now: Date
  /** Hash of caller and requestId: the id of a record that the action creates. */
  requestKey: string
  /** The mark of this request on the record that it writes. */
  request: Mark
}

export interface Action<I, O, R = unknown> {
  /**
   * Reads records while the caller is being read; it runs before permission is judged, for strangers too. It
   * must not decide anything, and reads by index what an answer takes: files are read in `run`.
   */
  load?(input: I): Promise<R>
  /** Openids of other persons that the action needs; they are read in the same request as the caller. */
  alsoPersons?(input: I): string[]
  run(call: Call<I, R> & { others: Person[] }): O | Promise<O>
}

type Actions<F extends FunctionName> = { [A in ActionName<F>]: Action<Input<F, A>, Output<F, A>> }

/** An action of the contract, typed by its name; the result of `load` is what `run` gets as `loaded`. */
export const action = <F extends FunctionName, A extends ActionName<F>, R = undefined>(
  _function: F,
  _name: A,
  body: Action<Input<F, A>, Output<F, A>, R>,
): Action<Input<F, A>, Output<F, A>> => body

const requestIdForm = /^[A-Za-z0-9_-]{8,64}$/
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** A cloud function: its name, its part of the contract, and the actions that implement it. */
interface Served<F extends FunctionName> {
  name: F
  specs: Contract[F]
  actions: Actions<F>
}
type Envelope = Record<string, unknown>

/**
 * The entry point of a cloud function. Identifies the caller, checks the input, judges permission, runs the
 * action, wraps the answer in an envelope and logs one line.
 * @param specs only this function's part of the contract: building schemas takes time, and a cold start
 * should build no others
 */
export function serve<F extends FunctionName>(name: F, specs: Contract[F], actions: Actions<F>) {
  return async (event: unknown): Promise<Reply<unknown>> => {
    const startedAt = Date.now()
    const envelope = readEnvelope(event)
    const lang = langs.find(known => known === envelope.lang) ?? 'zh-CN'
    let reply: Reply<unknown>
    let fault: unknown
    try {
      reply = { ok: true, data: await answer({ name, specs, actions }, envelope, lang) }
    } catch (error) {
      const refusal = error instanceof Refusal ? error : toRefusal(error)
      if (!(error instanceof Refusal)) fault = error
      reply = { ok: false, error: refusal.toFailure(lang) }
    }
    log(
      {
        fn: name,
        action: isActionName(actions, envelope.action) ? envelope.action : '?',
        code: reply.ok ? 'OK' : reply.error.code,
        ms: Date.now() - startedAt,
      },
      fault,
    )
    return reply
  }
}

/** The event as an envelope; WeChat's timer sends no action of its own and means `tick`. */
function readEnvelope(event: unknown): Envelope {
  const envelope = (typeof event === 'object' && event !== null ? event : {}) as Envelope
  return envelope.Type === 'Timer' ? { action: 'tick', input: {}, lang: envelope.lang } : envelope
}

const isActionName = <F extends FunctionName>(actions: Actions<F>, name: unknown): name is ActionName<F> =>
  typeof name === 'string' && Object.hasOwn(actions, name)

async function answer<F extends FunctionName>(
  { name, specs, actions }: Served<F>,
  envelope: Envelope,
  lang: Lang,
): Promise<unknown> {
  const actionName = envelope.action
  if (!isActionName(actions, actionName)) throw invalid('action', '没有这个操作', 'No such action')
  // Every entry of a contract is an ActionSpec; generic over F, the compiler does not see it.
  const spec = specs[actionName] as unknown as ActionSpec<z.ZodMiniType, z.ZodMiniType>
  const body = actions[actionName] as Action<unknown, unknown>
  const allowed = permissions[name][actionName] as readonly Who[]
  const { OPENID: openid = '', SOURCE: source = '' } = wxContext()
  const requestId = requestIdOf(envelope)
  const input = parseInput(spec.input, envelope.input ?? {})
  const now = new Date()
  const byMachine = isMachine(allowed, source)
  if (!byMachine && openid === '') throw forbidden()

  const [people, loaded] = await Promise.all([
    byMachine ? [] : persons.byIds([...new Set([openid, ...(body.alsoPersons?.(input) ?? [])])]),
    body.load?.(input),
  ])
  const person = people.find(({ _id }) => _id === openid) ?? null
  const caller = toCaller(openid, person, lang, now)
  if (!byMachine) refuseUnlessAllowed(caller, allowed)

  const requestKey = hash(`${openid}|${requestId}`)
  const inputHash = hash(`${name}.${actionName}|${JSON.stringify(input)}`)
  const request = { key: requestKey, action: actionName, input: inputHash }
  const result = await body.run({ input, caller, person, loaded, now, requestKey, request, others: people })
  return checkOutput(spec.output, result)
}

/** @throws Refusal NOT_BOUND to a person without house or post, FORBIDDEN to everybody else */
function refuseUnlessAllowed(caller: Caller, allowed: readonly Who[]): void {
  if (mayCall(caller, allowed)) return
  throw isStranger(caller) && !isForMachines(allowed) ? new Refusal('NOT_BOUND') : forbidden()
}

const isForMachines = (allowed: readonly Who[]): boolean =>
  allowed.every(who => who === 'timer' || who === 'function')

/** SOURCE is a chain such as `wx_client,scf`: a timer stands at any place, a calling function at the end. */
function isMachine(allowed: readonly Who[], source: string): boolean {
  const chain = source.split(',')
  return (
    (allowed.includes('timer') && chain.includes('wx_trigger')) ||
    (allowed.includes('function') && chain[chain.length - 1] === 'scf')
  )
}

/**
 * The requestId of the call; a call without one cannot be repeated and gets a random one
 * (docs/decisions/one-write.md).
 */
function requestIdOf(envelope: Envelope): string {
  const { requestId } = envelope
  if (requestId === undefined || requestId === null) return randomUUID()
  if (typeof requestId !== 'string' || !requestIdForm.test(requestId)) {
    throw invalid('requestId', '应为 8–64 位字母、数字、_ 或 -', '8 to 64 of A–Z, a–z, 0–9, _ and -')
  }
  return requestId
}

function parseInput(schema: z.ZodMiniType, value: unknown): unknown {
  const result = z.safeParse(schema, value, { reportInput: true })
  if (result.success) return result.data
  throw new Refusal('INVALID_INPUT', { fields: describeIssues(result.error.issues) })
}

/** Drops fields that the contract does not name. An answer that breaks the contract is an INTERNAL fault. */
const checkOutput = (schema: z.ZodMiniType, value: unknown): unknown => z.parse(schema, value)

// An error of the cloud comes from the SDK with an errCode; a programming error has none.
const toRefusal = (error: unknown): Refusal =>
  new Refusal(typeof (error as { errCode?: unknown })?.errCode === 'number' ? 'UNAVAILABLE' : 'INTERNAL')

/**
 * Logs one line per call, without personal data. Of a fault it logs the stack but not the message, which may
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
