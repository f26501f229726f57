import { ed25519 } from '@noble/curves/ed25519.js'
import type { Sign, Verify } from '@domain/visitor/code'

/** Ed25519 on a phone. A key or signature that is none is simply not valid. */
export const verify: Verify = (signature, message, publicKey) => {
  try {
    return ed25519.verify(signature, message, publicKey)
  } catch {
    return false
  }
}

export const publicKeyOf = (secret: Uint8Array): Uint8Array => ed25519.getPublicKey(secret)
export const signerOf = (secret: Uint8Array): Sign => message => ed25519.sign(message, secret)
