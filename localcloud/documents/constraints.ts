import { isIndexable } from './keys'
import { isPlainObject } from './values'

export interface Bound {
  value: unknown
  inclusive: boolean
}

/** What a query demands of one path, as far as an index can use it. */
export interface Constraint {
  points?: unknown[]
  lower?: Bound
  upper?: Bound
}

export type Constraints = Map<string, Constraint>

/**
 * Reads out of a query what every matching document must satisfy, path by path.
 * It may leave demands out (the query itself is tested on each document afterwards) but never adds one.
 */
export function constraintsOf(query: Record<string, unknown>): Constraints {
  const found: Constraints = new Map()
  addAll(query, '', found)
  return found
}

/** The alternatives of the query's `$or`s at the top, each with what is demanded beside it. */
export function alternativesOf(query: Record<string, unknown>): Record<string, unknown>[] | undefined {
  const or =
    query['$or'] ??
    (query['$and'] as Record<string, unknown>[] | undefined)?.find(part => part['$or'])?.['$or']
  return Array.isArray(or) ? or.map(branch => ({ $and: [query, branch] })) : undefined
}

function addAll(query: Record<string, unknown>, prefix: string, found: Constraints): void {
  for (const [key, value] of Object.entries(query)) {
    if (key === '$and') for (const part of value as Record<string, unknown>[]) addAll(part, prefix, found)
    else if (!key.startsWith('$')) addPath(prefix + key, value, found)
  }
}

function addPath(path: string, value: unknown, found: Constraints): void {
  if (isIndexable(value)) return add(path, { points: [value] }, found)
  if (!isPlainObject(value)) return
  for (const [operator, operand] of Object.entries(value)) addOperator(path, operator, operand, found)
}

function addOperator(path: string, operator: string, operand: unknown, found: Constraints): void {
  switch (operator) {
    case '$in':
      if (Array.isArray(operand) && operand.every(isIndexable)) add(path, { points: operand }, found)
      return
    case '$all':
      if (Array.isArray(operand) && isIndexable(operand[0])) add(path, { points: [operand[0]] }, found)
      return
    case '$elemMatch':
      if (isPlainObject(operand)) addAll(operand, `${path}.`, found)
      return
  }
  if (!isIndexable(operand)) return
  if (operator === '$eq') add(path, { points: [operand] }, found)
  if (operand === null) return
  if (operator === '$gt' || operator === '$gte')
    add(path, { lower: { value: operand, inclusive: operator === '$gte' } }, found)
  if (operator === '$lt' || operator === '$lte')
    add(path, { upper: { value: operand, inclusive: operator === '$lte' } }, found)
}

/** The first demand of a kind stays: on an array two demands may be met by two elements, so they must not be joined. */
function add(path: string, constraint: Constraint, found: Constraints): void {
  found.set(path, { ...constraint, ...found.get(path) })
}
