import { ed25519 } from '@noble/curves/ed25519.js'
import type { Sign, Verify } from '@domain/visitor/code'

/** Ed25519 on a phone. A malformed key or signature is not valid and does not throw. */
export const verify: Verify = (signature, message, publicKey) => {
  try {
    return ed25519.verify(signature, message, publicKey)
  } catch {
    return false
  }
}

/**
 * Prepares the library's tables, which it otherwise does at its first signature. That takes a slow phone a
 * tenth of a second, so it is done before a visitor is at the gate.
 */
export const warmUp = (): void => {
  publicKeyOf(new Uint8Array(32).fill(1))
  verify(new Uint8Array(64).fill(1), new Uint8Array(1), publicKeyOf(new Uint8Array(32).fill(2)))
}

export const publicKeyOf = (secret: Uint8Array): Uint8Array => ed25519.getPublicKey(secret)
export const signerOf =
  (secret: Uint8Array): Sign =>
  message =>
    ed25519.sign(message, secret)
