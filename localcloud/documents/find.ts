import { Query } from 'mingo'
import type { Collection, Row } from './collection'
import { rowsOf } from './cursor'
import { planQuery } from './planner'
import { sortBy, type Sort } from './sorting'

export interface FindOptions {
  query: Record<string, unknown>
  sort?: Sort
  skip?: number
  limit?: number
}

/**
 * What a read cost: documents examined, and whether the whole collection was scanned for lack of an index.
 */
export interface Cost {
  examined: number
  scan: boolean
}

/** Answers a query: an index selects the candidates, mingo tests each of them. */
export function find(collection: Collection, options: FindOptions): { rows: Row[]; cost: Cost } {
  const { query, sort = {}, skip = 0, limit = Infinity } = options
  const plan = planQuery(collection, query, sort)
  const everything = Object.keys(query).length === 0
  const cost: Cost = { examined: 0, scan: !plan.accesses && !everything }
  const matcher = new Query(query)
  const enough = plan.ordered ? skip + limit : Infinity
  const rows: Row[] = []
  if (enough > 0) {
    for (const row of plan.accesses
      ? rowsBy(collection, rowsOf(collection.db, plan.accesses, plan.ordered))
      : collection.all()) {
      cost.examined++
      if ((everything || matcher.test(row.doc)) && rows.push(row) >= enough) break
    }
  }
  const sorted = plan.ordered ? rows : sortBy(rows, sort)
  return { rows: sorted.slice(skip, skip + limit), cost }
}

function* rowsBy(collection: Collection, seqs: Iterable<number>): Generator<Row> {
  for (const seq of seqs) {
    const row = collection.read(seq)
    if (row) yield row
  }
}
