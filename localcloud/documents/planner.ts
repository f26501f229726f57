import type { Collection } from './collection'
import { alternativesOf, constraintsOf, type Constraint, type Constraints } from './constraints'
import { afterPrefix, encodeComponent, typeBracket, type Direction } from './keys'
import type { Sort } from './sorting'

/** Keys of an index in `[lower, upper)`; all of them begin with the same `prefix` bytes (a count). */
export interface KeyRange {
  lower: Buffer
  upper: Buffer
  prefix: number
}

export interface Access {
  table: string
  ranges: KeyRange[]
  backward: boolean
}

export interface Plan {
  /** What to read; undefined for the whole collection. */
  accesses?: Access[]
  /** The merged accesses yield the requested order. */
  ordered: boolean
}

interface Candidate {
  access: Access
  ordered: boolean
  score: number
}
interface Indexed {
  table: string
  fields: Array<{ path: string; direction: Direction }>
  multi: ReadonlySet<string>
  primary?: true
}

/** Above this number of points, single look-ups no longer pay off. */
const MOST_RANGES = 2000

/** Chooses the indexes that answer a query with the fewest documents read. */
export function planQuery(collection: Collection, query: Record<string, unknown>, sort: Sort): Plan {
  const best = bestAccess(collection, constraintsOf(query), sort)
  if (best && best.score >= 1) return { accesses: [best.access], ordered: best.ordered }
  const branches = alternativesOf(query)?.map(branch => bestAccess(collection, constraintsOf(branch), sort))
  if (branches?.every(branch => branch && branch.score >= 1)) {
    return {
      accesses: branches.map(branch => branch!.access),
      ordered: branches.every(branch => branch!.ordered),
    }
  }
  if (best && Object.keys(query).length === 0) return { accesses: [best.access], ordered: true }
  return { ordered: Object.keys(sort).length === 0 }
}

function bestAccess(collection: Collection, constraints: Constraints, sort: Sort): Candidate | undefined {
  const primary: Indexed = {
    table: collection.table,
    fields: [{ path: '_id', direction: 1 }],
    multi: new Set(),
    primary: true,
  }
  return [primary, ...collection.indexes]
    .map(index => accessBy(index, constraints, sort))
    .filter(candidate => candidate.score > 0)
    .sort((a, b) => b.score - a.score)[0]
}

/**
 * A score of 1 or more narrows the search; below 1 the index only provides the order. An `_id` always wins:
 * it is one document.
 */
function accessBy(index: Indexed, constraints: Constraints, sort: Sort): Candidate {
  let prefixes = [Buffer.alloc(0)]
  let depth = 0
  for (const { path, direction } of index.fields) {
    const points = distinct(constraints.get(path)?.points)
    if (!points || points.length * prefixes.length > MOST_RANGES) break
    prefixes = prefixes.flatMap(prefix =>
      points.map(point => Buffer.concat([prefix, encodeComponent(point, direction)])),
    )
    depth++
  }
  const next = index.fields[depth]
  const bounds = next && constraints.get(next.path)
  const narrowed = bounds && (bounds.lower ?? bounds.upper)
  const ranges = prefixes.map(prefix =>
    narrowed ? within(prefix, bounds, next, index.multi.has(next.path)) : whole(prefix),
  )
  const order = orderAfter(index, depth, constraints, sort)
  return {
    access: { table: index.table, ranges, backward: order === -1 },
    ordered: order !== undefined,
    score:
      depth +
      (index.primary && depth ? MOST_RANGES : 0) +
      (order && Object.keys(sort).length ? 0.7 : 0) +
      (narrowed ? rangeScore(depth) : 0),
  }
}

/** A range on the first field narrows the search by itself; after fixed fields it only breaks ties. */
const rangeScore = (depth: number): number => (depth ? 0.5 : 1)

/**
 * The direction in which to read for `sort` once the first `depth` fields are fixed; undefined if neither
 * direction yields it.
 */
function orderAfter(
  index: Indexed,
  depth: number,
  constraints: Constraints,
  sort: Sort,
): Direction | undefined {
  const wanted = Object.entries(sort).filter(([path]) => {
    const fixed =
      index.fields.slice(0, depth).some(field => field.path === path) &&
      constraints.get(path)?.points?.length === 1
    return !fixed || index.multi.has(path)
  })
  const turns = wanted.map(([path, direction], i) => {
    const field = index.fields[depth + i]
    return field?.path === path && !index.multi.has(path) ? field.direction * direction : 0
  })
  const turn = turns[0] ?? 1
  return turn !== 0 && turns.every(other => other === turn) ? (turn as Direction) : undefined
}

function whole(prefix: Buffer): KeyRange {
  return { lower: prefix, upper: afterPrefix(prefix), prefix: prefix.length }
}

/** The range of the field after the prefix. On an array path only one bound holds for a single element. */
function within(
  prefix: Buffer,
  constraint: Constraint,
  field: { direction: Direction },
  multi: boolean,
): KeyRange {
  const { direction } = field
  const lower = constraint.lower
  const upper = multi && lower ? undefined : constraint.upper
  let [from, to] = typeBracket((lower ?? upper)!.value, direction)
  const [start, end] = direction === 1 ? [lower, upper] : [upper, lower]
  if (start) from = afterOrAt(encodeComponent(start.value, direction), !start.inclusive)
  if (end) to = afterOrAt(encodeComponent(end.value, direction), end.inclusive)
  return { lower: Buffer.concat([prefix, from]), upper: Buffer.concat([prefix, to]), prefix: prefix.length }
}

function afterOrAt(key: Buffer, after: boolean): Buffer {
  return after ? afterPrefix(key) : key
}

function distinct(points: unknown[] | undefined): unknown[] | undefined {
  return (
    points && [
      ...new Map(points.map(point => [encodeComponent(point, 1).toString('latin1'), point])).values(),
    ]
  )
}
