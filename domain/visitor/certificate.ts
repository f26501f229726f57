import { fromHex, toHex } from './hex'
import { kinds, type Terms } from './terms'

/**
 * What the estate signs when a guest's phone opens a pass: 72 bytes, big-endian, then Ed25519 over the
 * context and these bytes. The layout is in docs/decisions/pass-code.md. It holds no name, phone, plate or
 * house.
 */
export interface Certificate {
  /** The estate's key that signed: the number of its quarter (estate-key.ts). */
  keyId: number
  /** Four bytes that identify the estate, hex. */
  estateTag: string
  /** The id of the pass, 32 hex digits. */
  passId: string
  terms: Terms
  /** The holder's public key, hex. */
  holder: string
}

export const version = 1
export const bodyBytes = 72
export const signatureBytes = 64
export const certificateBytes = bodyBytes + signatureBytes

const mask = (positions: readonly number[]): number =>
  positions.reduce((bits, position) => bits | (1 << position), 0)
const positions = (bits: number): number[] =>
  [0, 1, 2, 3, 4, 5, 6, 7].filter(position => (bits & (1 << position)) !== 0)

/** Times are cut to whole seconds. */
export function encodeBody({ keyId, estateTag, passId, terms, holder }: Certificate): Uint8Array {
  const bytes = new Uint8Array(bodyBytes)
  const view = new DataView(bytes.buffer)
  bytes[0] = version
  view.setUint16(1, keyId)
  bytes.set(fromHex(estateTag), 3)
  bytes.set(fromHex(passId), 7)
  bytes[23] = kinds.indexOf(terms.kind) | (terms.hours ? 0x80 : 0)
  bytes[24] = terms.uses
  bytes[25] = terms.party
  bytes[26] = mask(terms.weekdays)
  bytes[27] = mask(terms.gates)
  view.setUint32(28, Math.floor(terms.from / 1000))
  view.setUint32(32, Math.floor(terms.to / 1000))
  view.setUint16(36, terms.hours?.from ?? 0)
  view.setUint16(38, terms.hours?.to ?? 0)
  bytes.set(fromHex(holder), 40)
  return bytes
}

/** Returns null for bytes that are not a certificate of this version. */
export function decodeBody(bytes: Uint8Array): Certificate | null {
  const kind = kinds[bytes[23]! & 0x7f]
  if (bytes.length < bodyBytes || bytes[0] !== version || kind === undefined) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bodyBytes)
  const hours = bytes[23]! & 0x80 ? { from: view.getUint16(36), to: view.getUint16(38) } : null
  return {
    keyId: view.getUint16(1),
    estateTag: toHex(bytes.slice(3, 7)),
    passId: toHex(bytes.slice(7, 23)),
    holder: toHex(bytes.slice(40, 72)),
    terms: {
      kind,
      uses: bytes[24]!,
      party: bytes[25]!,
      weekdays: positions(bytes[26]!),
      gates: positions(bytes[27]!),
      from: view.getUint32(28) * 1000,
      to: view.getUint32(32) * 1000,
      hours,
    },
  }
}
