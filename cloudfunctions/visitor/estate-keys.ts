import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import type { Sign, Trust } from '@domain/visitor/code'
import { keyIdsInUse } from '@domain/visitor/estate-key'
import { deriveKeys } from '../_kit/secret'

/** The estate's signing keys: derived from estate and quarter, and stored only in this instance's memory. */
const known = new Map<string, KeyObject[]>()
// RFC 8410: the prefix of the 32 bytes of an Ed25519 key in PKCS8 and SPKI.
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')

function privateKeys(estateId: string, id: number): KeyObject[] {
  const name = `${estateId}|${String(id)}`
  const kept = known.get(name)
  if (kept) return kept
  const keys = deriveKeys('anlin-pass', name).map(seed =>
    createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' }),
  )
  known.set(name, keys)
  return keys
}

const publicHex = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicHead.length).toString('hex')

/** Four bytes that distinguish estates without naming them. */
export const estateTag = (estateId: string): string =>
  createHash('sha256').update(estateId).digest('hex').slice(0, 8)

/** Signs with the estate's newest key of that quarter. */
export const signerOf =
  (estateId: string, id: number): Sign =>
  message =>
    sign(null, message, privateKeys(estateId, id)[0] as KeyObject)

/** The public keys that verify codes of this estate. */
export function trustOf(estateId: string, now: Date): Trust {
  const keys = keyIdsInUse(now.getTime()).flatMap(id =>
    privateKeys(estateId, id).map(key => ({ id, key: publicHex(key) })),
  )
  return { estateTag: estateTag(estateId), keys, verify: verifyWithNode }
}

const verifyWithNode: Trust['verify'] = (signature, message, key) => {
  try {
    return verify(
      null,
      message,
      createPublicKey({ key: Buffer.concat([publicHead, key]), format: 'der', type: 'spki' }),
      signature,
    )
  } catch {
    return false
  }
}
