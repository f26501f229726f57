import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { encodeBody } from '@domain/visitor/certificate'
import { makePayload, signCertificate, type Sign, type Trust } from '@domain/visitor/code'
import { fromHex, toHex } from '@domain/visitor/hex'
import type { Terms } from '@domain/visitor/terms'

/** An Ed25519 key from its 32 bytes, made by Node's own crypto. */
export function keyOf(seed: Uint8Array): { public: string; sign: Sign } {
  const key = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(12)
  return { public: toHex(publicKey), sign: message => sign(null, message, key) }
}

export const verifyWithNode: Trust['verify'] = (signature, message, key) => {
  try {
    const publicKey = createPublicKey({
      key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]),
      format: 'der',
      type: 'spki',
    })
    return verify(null, message, publicKey, signature)
  } catch {
    return false
  }
}

export const seedOf = (byte: number): Uint8Array => new Uint8Array(32).fill(byte)
export const estateKeyId = 228
export const estateTag = 'a1b2c3d4'

/** A guest's phone that holds a pass, as after `visitor.open`. */
export function phoneWith(
  passId: string,
  terms: Terms,
  { estate = keyOf(seedOf(1)), holder = keyOf(seedOf(2)), tag = estateTag, keyId = estateKeyId } = {},
) {
  const certificate = signCertificate(
    encodeBody({ keyId, estateTag: tag, passId, terms, holder: holder.public }),
    estate.sign,
  )
  return { certificate, holder, show: (now: number): string => makePayload(certificate, now, holder.sign) }
}

export const trust: Trust = {
  estateTag,
  keys: [{ id: estateKeyId, key: keyOf(seedOf(1)).public }],
  verify: verifyWithNode,
}
export const passId = '00112233445566778899aabbccddeeff'
export const bytesOf = fromHex
