import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'
import { invert } from './keys'
import type { Access, KeyRange } from './planner'

interface Entry {
  order: Uint8Array
  seq: number
}

/** Reads the keys of one range page by page. The first page is small because most lists are short. */
class RangeCursor {
  private page: Entry[] = []
  private at = 0
  private size = 24
  private key: Uint8Array
  private seq = -1
  private ended = false

  constructor(
    private readonly statement: StatementSyncInstance,
    private readonly range: KeyRange,
    private readonly backward: boolean,
  ) {
    this.key = backward ? range.upper : range.lower
    this.read()
  }

  get head(): Entry | undefined {
    return this.page[this.at]
  }

  advance(): void {
    if (++this.at === this.page.length) this.read()
  }

  private read(): void {
    if (this.ended) return
    const rows = this.statement.all(
      this.key,
      this.seq,
      this.backward ? this.range.lower : this.range.upper,
      this.size,
    ) as Array<{ key: Uint8Array; seq: number }>
    this.page = rows.map(({ key, seq }) => ({ order: this.orderOf(key), seq }))
    this.at = 0
    this.ended = rows.length < this.size
    this.size = Math.min(this.size * 2, 1000)
    const last = rows[rows.length - 1]
    if (last) [this.key, this.seq] = [last.key, last.seq]
  }

  /** The bytes after the prefix, inverted when read backward, so that ascending order is always correct. */
  private orderOf(key: Uint8Array): Uint8Array {
    const suffix = key.subarray(this.range.prefix)
    return this.backward ? invert(suffix) : suffix
  }
}

/** The rows of the accesses, each once; merged into one order if `ordered`. */
export function* rowsOf(db: DatabaseSyncInstance, accesses: Access[], ordered: boolean): Generator<number> {
  const seen = new Set<number>()
  for (const seq of ordered ? merged(cursorsOf(db, accesses)) : chained(db, accesses)) {
    if (seen.has(seq)) continue
    seen.add(seq)
    yield seq
  }
}

function* chained(db: DatabaseSyncInstance, accesses: Access[]): Generator<number> {
  for (const access of accesses) {
    for (const range of access.ranges) yield* merged(cursorsOf(db, [{ ...access, ranges: [range] }]))
  }
}

function* merged(cursors: RangeCursor[]): Generator<number> {
  for (;;) {
    let least: RangeCursor | undefined
    for (const cursor of cursors) {
      if (cursor.head && (!least || Buffer.compare(cursor.head.order, least.head!.order) < 0)) least = cursor
    }
    if (!least) return
    yield least.head!.seq
    least.advance()
  }
}

function cursorsOf(db: DatabaseSyncInstance, accesses: Access[]): RangeCursor[] {
  return accesses.flatMap(({ table, ranges, backward }) => {
    const statement = prepare(
      db,
      backward
        ? `SELECT key, seq FROM ${table} WHERE (key, seq) < (?, ?) AND key >= ? ORDER BY key DESC, seq DESC LIMIT ?`
        : `SELECT key, seq FROM ${table} WHERE (key, seq) > (?, ?) AND key < ? ORDER BY key, seq LIMIT ?`,
    )
    return ranges.map(range => new RangeCursor(statement, range, backward))
  })
}

const prepared = new WeakMap<DatabaseSyncInstance, Map<string, StatementSyncInstance>>()

function prepare(db: DatabaseSyncInstance, sql: string): StatementSyncInstance {
  const known = prepared.get(db) ?? new Map<string, StatementSyncInstance>()
  prepared.set(db, known)
  const statement = known.get(sql) ?? db.prepare(sql)
  known.set(sql, statement)
  return statement
}
