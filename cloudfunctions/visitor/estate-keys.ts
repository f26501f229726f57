import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto'
import { Refusal } from '@domain/kernel/failure'
import type { Sign, Trust } from '@domain/visitor/code'
import { keyIdsInUse } from '@domain/visitor/estate-key'

/**
 * The estate's signing keys. They are derived from a secret of the environment, by estate and quarter, and kept nowhere:
 * `ANLIN_PASS_SECRET` holds one secret of 32 characters or more, or several behind commas while one is being replaced.
 * The first signs, all are believed.
 */
const secrets = (process.env.ANLIN_PASS_SECRET ?? '').split(',').map(secret => secret.trim()).filter(secret => secret.length >= 32)

const known = new Map<string, KeyObject>()
// RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS8 and SPKI.
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')

function privateKey(estateId: string, id: number, secret: string): KeyObject {
  const name = `${estateId}|${String(id)}`
  const kept = known.get(`${name}|${secret}`)
  if (kept) return kept
  const seed = Buffer.from(hkdfSync('sha256', secret, 'anlin-pass', name, 32))
  const key = createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' })
  known.set(`${name}|${secret}`, key)
  return key
}

const publicHex = (key: KeyObject): string => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicHead.length).toString('hex')

/** Four bytes that tell estates apart without naming them. */
export const estateTag = (estateId: string): string => createHash('sha256').update(estateId).digest('hex').slice(0, 8)

/** @throws Refusal UNAVAILABLE when the environment has no secret; the log says so */
export function signerOf(estateId: string, id: number): Sign {
  return message => sign(null, message, privateKey(estateId, id, required()))
}

/** What codes of this estate are believed by. */
export function trustOf(estateId: string, now: Date): Trust {
  required()
  const keys = keyIdsInUse(now.getTime()).flatMap(id => secrets.map(secret => ({ id, key: publicHex(privateKey(estateId, id, secret)) })))
  return { estateTag: estateTag(estateId), keys, verify: verifyWithNode }
}

const verifyWithNode: Trust['verify'] = (signature, message, key) => {
  try {
    return verify(null, message, createPublicKey({ key: Buffer.concat([publicHead, key]), format: 'der', type: 'spki' }), signature)
  } catch {
    return false
  }
}

function required(): string {
  const [secret] = secrets
  if (secret !== undefined) return secret
  console.log(JSON.stringify({ at: new Date().toISOString(), fn: 'visitor', action: 'keys', code: 'NO_PASS_SECRET' }))
  throw new Refusal('UNAVAILABLE')
}
