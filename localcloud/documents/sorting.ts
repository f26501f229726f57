import { encodeComponent, type Direction } from './keys'
import { valuesAt } from './paths'
import type { Doc } from './values'

export type Sort = Record<string, Direction>

/** Bytes whose order is the order that `sort` asks for; of an array the least element counts going up, the greatest going down. */
export function sortKey(doc: Doc, sort: Sort): Buffer {
  return Buffer.concat(
    Object.entries(sort).map(([path, direction]) =>
      valuesAt(doc, path)
        .values.map(value => encodeComponent(value, direction))
        .reduce((a, b) => (Buffer.compare(a, b) <= 0 ? a : b)),
    ),
  )
}

/** Sorts in memory, for what no index yields in order. Equal documents keep their order. */
export function sortBy<T extends { doc: Doc }>(items: T[], sort: Sort): T[] {
  return items
    .map(item => ({ item, key: sortKey(item.doc, sort) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ item }) => item)
}
