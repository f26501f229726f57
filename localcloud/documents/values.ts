import { BSONRegExp, EJSON } from 'bson'

export type Doc = Record<string, unknown> & { _id?: unknown }

/**
 * Documents are stored as relaxed EJSON text: plain JSON except for dates and the rare BSON types.
 * The SDK's own EJSON parser accepts it unchanged, so a read passes the stored text on.
 */
export function encodeDoc(doc: Doc): string {
  return JSON.stringify(toPlain(doc))
}

export function decodeDoc(text: string): Doc {
  return (text.includes('"$') ? EJSON.parse(text) : JSON.parse(text)) as Doc
}

/** Parses a query, update or pipeline from the SDK for mingo. `now` (ms) is the value of the server date. */
export function decodeExpression(text: string, now: number): unknown {
  return revive(EJSON.parse(text), now)
}

function toPlain(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (Array.isArray(value)) return value.map(item => toPlain(item ?? null))
  if (typeof value !== 'object') return undefined
  if ('_bsontype' in value) return EJSON.serialize(value, { relaxed: true })
  const plain: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) if (item !== undefined) plain[key] = toPlain(item)
  return plain
}

function revive(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map(item => revive(item, now))
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options.replace(/[^gimsuy]/g, ''))
  if (!isPlainObject(value)) return value
  const serverDate = value['$tcb_server_date']
  if (isPlainObject(serverDate)) return new Date(now + Number(serverDate['offset'] ?? 0))
  const revived: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) revived[key] = revive(item, now)
  return revived
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
  )
}
