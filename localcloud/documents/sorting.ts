import { encodeComponent, type Direction } from './keys'
import { valuesAt } from './paths'
import type { Doc } from './values'

export type Sort = Record<string, Direction>

/**
 * Encodes the sort fields as bytes in the order of `sort`. An array sorts by its least element ascending and
 * by its greatest descending.
 */
export function sortKey(doc: Doc, sort: Sort): Buffer {
  return Buffer.concat(
    Object.entries(sort).map(([path, direction]) =>
      valuesAt(doc, path)
        .values.map(value => encodeComponent(value, direction))
        .reduce((a, b) => (Buffer.compare(a, b) <= 0 ? a : b)),
    ),
  )
}

/** Sorts in memory when no index yields the order. Stable: equal documents keep their order. */
export function sortBy<T extends { doc: Doc }>(items: T[], sort: Sort): T[] {
  return items
    .map(item => ({ item, key: sortKey(item.doc, sort) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ item }) => item)
}
