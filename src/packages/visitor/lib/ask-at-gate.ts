import type { ActionName, FunctionName, Output } from '@domain/contract'
import type { Reply } from '@domain/kernel/failure'
import { adapter, CallFailed, newRequestId } from '@/cloud/client'
import { currentLang } from '@/i18n/lang'
import { online } from './gate-store'

/** Longest that a visitor waits at the gate for the network, in ms. */
const patience = 5000

/**
 * One call from the gate, tried once. Returns null when the server cannot be reached in time: then this phone
 * decides by itself.
 * @throws CallFailed when the server refuses
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
