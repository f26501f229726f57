import { hkdfSync } from 'node:crypto'
import { Refusal } from '@domain/kernel/failure'

/**
 * The environment's secrets: `ANLIN_SECRET`, at least 32 characters, or several separated by commas while one
 * is being replaced. New values are made with the first; values made with any of them are accepted. Every
 * purpose derives keys of its own.
 */
const secrets = (process.env.ANLIN_SECRET ?? '')
  .split(',')
  .map(secret => secret.trim())
  .filter(secret => secret.length >= 32)

/**
 * Derives keys of 32 bytes for a purpose and a name, one from each secret, the newest first (HKDF-SHA256).
 * @throws Refusal UNAVAILABLE when the environment has no secret; it is logged as NO_SECRET
 */
export function deriveKeys(purpose: string, name: string): [Buffer, ...Buffer[]] {
  const [first, ...others] = secrets.map(secret => Buffer.from(hkdfSync('sha256', secret, purpose, name, 32)))
  if (first !== undefined) return [first, ...others]
  console.log(
    JSON.stringify({ at: new Date().toISOString(), fn: 'kit', action: 'secret', code: 'NO_SECRET' }),
  )
  throw new Refusal('UNAVAILABLE')
}
