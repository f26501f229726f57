import { hkdfSync } from 'node:crypto'
import { Refusal } from '@domain/kernel/failure'

/**
 * The environment's secret: `ANLIN_SECRET`, 32 characters or more, or several behind commas while one is
 * being replaced.
 * The first is used for what is new, all are believed. Every purpose gets keys of its own from it.
 */
const secrets = (process.env.ANLIN_SECRET ?? '')
  .split(',')
  .map(secret => secret.trim())
  .filter(secret => secret.length >= 32)

/**
 * 32 bytes for one purpose and name, from each secret, the newest first.
 * @throws Refusal UNAVAILABLE when the environment has no secret; the log says so
 */
export function deriveKeys(purpose: string, name: string): [Buffer, ...Buffer[]] {
  const [first, ...others] = secrets.map(secret => Buffer.from(hkdfSync('sha256', secret, purpose, name, 32)))
  if (first !== undefined) return [first, ...others]
  console.log(
    JSON.stringify({ at: new Date().toISOString(), fn: 'kit', action: 'secret', code: 'NO_SECRET' }),
  )
  throw new Refusal('UNAVAILABLE')
}
