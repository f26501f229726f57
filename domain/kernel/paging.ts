/**
 * The sort key of a record: its instant and, to make it unique, the first 12 characters of its id.
 * Text order is time order, so a page is one range over one index field.
 */
export const sortKey = (at: Date, id: string): string => `${at.toISOString()}~${id.slice(0, 12)}`

/**
 * Makes a page of `limit + 1` records: the last one only shows that there is a next page, and is left out.
 */
export function toPage<R, T>(
  records: R[],
  limit: number,
  keyOf: (record: R) => string,
  view: (record: R) => T,
): { items: T[]; next: string | null } {
  const shown = records.slice(0, limit)
  const last = shown[shown.length - 1]
  return { items: shown.map(view), next: records.length > limit && last !== undefined ? keyOf(last) : null }
}
