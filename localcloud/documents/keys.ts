/**
 * Encodes values as bytes whose order is MongoDB's order of values, so that one SQLite b-tree of blobs
 * serves equality, ranges, sorting and prefixes of compound keys.
 *
 * A component is a type byte and a prefix-free body; a descending component has all its bytes inverted.
 * Hence every key that continues a prefix `p` lies in `[p, p + 0xFF)`.
 */
export type Direction = 1 | -1

const TYPE = { missing: 1, null: 2, number: 3, string: 4, object: 5, boolean: 9, date: 10 } as const

/** Stands for an empty array, which sorts before null as in MongoDB. */
export const EMPTY_ARRAY = Symbol('empty array')

const AFTER = Buffer.from([0xff])
const TERMINATOR = Buffer.from([0, 1])
const ESCAPED_ZERO = Buffer.from([0, 0xff])

export function encodeComponent(value: unknown, direction: Direction): Buffer {
  const bytes = encodeAscending(value)
  return direction === 1 ? bytes : invert(bytes)
}

/** The first key after all keys that begin with `prefix`. */
export function afterPrefix(prefix: Uint8Array): Buffer {
  return Buffer.concat([prefix, AFTER])
}

/** The half-open range of one component that holds every value of the type of `value`. */
export function typeBracket(value: unknown, direction: Direction): [Buffer, Buffer] {
  const type = encodeComponent(value, direction)[0]!
  return [Buffer.from([type]), Buffer.from([type + 1])]
}

export function invert(bytes: Uint8Array): Buffer {
  const inverted = Buffer.allocUnsafe(bytes.length)
  for (let i = 0; i < bytes.length; i++) inverted[i] = ~bytes[i]! & 0xff
  return inverted
}

/** Only for scalars do the encoded bounds always agree with the query's own comparison. */
export function isIndexable(value: unknown): boolean {
  return value === null || value instanceof Date || ['string', 'number', 'boolean'].includes(typeof value)
}

function encodeAscending(value: unknown): Buffer {
  if (value === EMPTY_ARRAY) return Buffer.from([TYPE.missing])
  if (value === null || value === undefined) return Buffer.from([TYPE.null])
  if (typeof value === 'string') return encodeText(TYPE.string, value)
  if (typeof value === 'number') return encodeNumber(TYPE.number, value)
  if (typeof value === 'boolean') return Buffer.from([TYPE.boolean, value ? 1 : 0])
  if (value instanceof Date) return encodeNumber(TYPE.date, value.getTime())
  return encodeText(TYPE.object, JSON.stringify(value))
}

/**
 * A zero byte inside a text is followed by 0xFF, the final one by 0x01, so that no text is a prefix of
 * another.
 */
function encodeText(type: number, text: string): Buffer {
  const parts: Uint8Array[] = [Buffer.from([type])]
  text.split('\0').forEach((part, i) => {
    if (i) parts.push(ESCAPED_ZERO)
    parts.push(Buffer.from(part, 'utf8'))
  })
  return Buffer.concat([...parts, TERMINATOR])
}

/**
 * IEEE 754 numbers sort like their bits once the sign bit is flipped and negative numbers are fully inverted.
 */
function encodeNumber(type: number, value: number): Buffer {
  const bytes = Buffer.allocUnsafe(9)
  bytes[0] = type
  if (Number.isNaN(value)) return bytes.fill(0, 1)
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1)
  const negative = bytes[1]! & 0x80
  for (let i = 1; i < 9; i++) bytes[i] = negative ? ~bytes[i]! & 0xff : bytes[i]!
  if (!negative) bytes[1]! |= 0x80
  return bytes
}
