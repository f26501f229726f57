import type { ActionName, FunctionName, Output } from '@domain/contract'
import type { Reply } from '@domain/kernel/failure'
import { adapter, CallFailed, newRequestId } from '@/cloud/client'
import { currentLang } from '@/i18n/lang'
import { online } from './gate-store'

/** Longest that somebody stands at the gate for the network, in ms; then the phone decides by itself. */
const patience = 5000

/**
 * One call from the gate, tried once. Null: the estate cannot be reached in time, and this phone has to know by itself.
 * @throws CallFailed for what the estate refuses
 */
export async function askAtGate<F extends FunctionName, A extends ActionName<F>>(
  fn: F,
  action: A,
  input: object,
  requestId = newRequestId(),
): Promise<Output<F, A> | null> {
  if (!(await online())) return null
  const late = new Promise<null>(done => setTimeout(() => done(null), patience))
  const envelope = { action, input, lang: currentLang(), requestId }
  const reply = (await Promise.race([adapter.call(fn, envelope).catch(() => null), late])) as Reply<
    Output<F, A>
  > | null
  if (reply?.ok) return reply.data
  if (reply && reply.error.code !== 'UNAVAILABLE') throw new CallFailed(reply.error)
  return null
}
