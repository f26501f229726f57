import { isIndexable } from './keys'
import { isPlainObject } from './values'

export interface Bound {
  value: unknown
  inclusive: boolean
}

/** What a query requires of one path, as far as an index can use it. */
export interface Constraint {
  points?: unknown[]
  lower?: Bound
  upper?: Bound
}

export type Constraints = Map<string, Constraint>

/**
 * Returns what every matching document must satisfy, path by path.
 * It may leave conditions out (the query itself is tested on each document afterwards) but never adds one.
 */
export function constraintsOf(query: Record<string, unknown>): Constraints {
  const found: Constraints = new Map()
  addAll(query, '', found)
  return found
}

/** The branches of the query's top-level `$or`, each combined with the rest of the query. */
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
  if (operator === '$elemMatch') {
    if (isPlainObject(operand)) addAll(operand, `${path}.`, found)
    return
  }
  const constraint = constraintBy(operator, operand)
  if (constraint) add(path, constraint, found)
}

/** The constraint of one comparison; undefined for an operator or operand that no index can serve. */
function constraintBy(operator: string, operand: unknown): Constraint | undefined {
  if (operator === '$in')
    return Array.isArray(operand) && operand.every(isIndexable) ? { points: operand } : undefined
  if (operator === '$all')
    return Array.isArray(operand) && isIndexable(operand[0]) ? { points: [operand[0]] } : undefined
  if (!isIndexable(operand)) return undefined
  if (operator === '$eq') return { points: [operand] }
  return operand === null ? undefined : boundBy(operator, operand)
}

function boundBy(operator: string, value: unknown): Constraint | undefined {
  switch (operator) {
    case '$gt':
      return { lower: { value, inclusive: false } }
    case '$gte':
      return { lower: { value, inclusive: true } }
    case '$lt':
      return { upper: { value, inclusive: false } }
    case '$lte':
      return { upper: { value, inclusive: true } }
    default:
      return undefined
  }
}

/**
 * The first constraint of a kind stays: two elements of an array may meet two constraints, so they must not
 * be combined.
 */
function add(path: string, constraint: Constraint, found: Constraints): void {
  found.set(path, { ...constraint, ...found.get(path) })
}
