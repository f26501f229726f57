import { fromBase45, toBase45 } from './base45'
import { bodyBytes, certificateBytes, decodeBody, signatureBytes, type Certificate } from './certificate'
import { fromHex } from './hex'

/**
 * The code that a guest shows: the estate's certificate, the present slot of 30 seconds, and the holder's
 * signature over both. The caller passes the Ed25519 implementation: Node's in the functions, @noble/curves
 * on a phone.
 */
export type Sign = (message: Uint8Array) => Uint8Array
export type Verify = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean

export const slotMs = 30_000
const slotBytes = 4
export const payloadBytes = certificateBytes + slotBytes + signatureBytes

// A signature for one purpose must never count for another.
const context = (name: string): Uint8Array => Uint8Array.from([...name].map(letter => letter.charCodeAt(0)))
const certificateContext = context('anlin-pass-1')
const slotContext = context('anlin-slot-1')

const joined = (...parts: Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0)
  return whole
}

/** The slot of a time, ms since 1970. */
export const slotOf = (now: number): number => Math.floor(now / slotMs)
/** Ms until the next slot begins. */
export const untilNextSlot = (now: number): number => slotMs - (now % slotMs)

/** The body of a certificate, followed by the estate's signature. */
export const signCertificate = (body: Uint8Array, sign: Sign): Uint8Array =>
  joined(body, sign(joined(certificateContext, body)))

/** The text of the QR code at an instant, ms since 1970. */
export function makePayload(certificate: Uint8Array, now: number, sign: Sign): string {
  const slot = new Uint8Array(slotBytes)
  new DataView(slot.buffer).setUint32(0, slotOf(now))
  const shown = joined(certificate, slot)
  return toBase45(joined(shown, sign(joined(slotContext, shown))))
}

export interface Shown {
  certificate: Certificate
  slot: number
  bytes: Uint8Array
}

/** Reads a code without verifying it; null: not one of our codes. */
export function readPayload(payload: string): Shown | null {
  const bytes = fromBase45(payload)
  if (bytes === null || bytes.length !== payloadBytes) return null
  const certificate = decodeBody(bytes)
  return certificate && { certificate, slot: new DataView(bytes.buffer).getUint32(certificateBytes), bytes }
}

export interface Trust {
  estateTag: string
  /** The estate's public keys, hex; more than one may have the same id while a secret is being replaced. */
  keys: readonly { id: number; key: string }[]
  verify: Verify
}
export type CodeReason = 'UNKNOWN' | 'WRONG_ESTATE' | 'FORGED' | 'STALE_CODE'

/**
 * Slots that a code may be older or newer than the reader's clock, so that a screenshot expires within a
 * minute.
 */
const slotsApart = 1

/** Whether the code was made just now, and by the phone to which the estate gave the pass. */
export function checkCode(
  payload: string,
  now: number,
  trust: Trust,
): { ok: true; shown: Shown } | { ok: false; reason: CodeReason } {
  const shown = readPayload(payload)
  if (shown === null) return { ok: false, reason: 'UNKNOWN' }
  const { certificate, slot, bytes } = shown
  if (certificate.estateTag !== trust.estateTag) return { ok: false, reason: 'WRONG_ESTATE' }
  if (!isSigned(certificate, bytes, trust)) return { ok: false, reason: 'FORGED' }
  if (Math.abs(slotOf(now) - slot) > slotsApart) return { ok: false, reason: 'STALE_CODE' }
  return { ok: true, shown }
}

function isSigned({ keyId, holder }: Certificate, bytes: Uint8Array, { keys, verify }: Trust): boolean {
  const body = joined(certificateContext, bytes.slice(0, bodyBytes))
  const byEstate = bytes.slice(bodyBytes, certificateBytes)
  if (!keys.some(({ id, key }) => id === keyId && verify(byEstate, body, fromHex(key)))) return false
  const end = certificateBytes + slotBytes
  return verify(bytes.slice(end), joined(slotContext, bytes.slice(0, end)), fromHex(holder))
}
