import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { IndexSpec } from '../../cloudfunctions/schema'
import { CloudError } from '../errors'
import { encodeComponent, type Direction } from './keys'
import { valuesAt } from './paths'
import type { Doc } from './values'

interface IndexOptions {
  table: string
  spec: IndexSpec
  /** Paths that are already known to hold arrays. */
  multi: readonly string[]
  /** Called when an array is first stored under a path, so that the path is remembered. */
  onMulti(index: IndexTable): void
}

/**
 * One declared index as a SQLite b-tree: `key` is the compound key as ordered bytes, `seq` the row of the
 * document.
 */
export class IndexTable {
  readonly table: string
  readonly spec: IndexSpec
  readonly fields: Array<{ path: string; direction: Direction }>
  /**
   * Paths under which an array was ever stored. The index cannot sort by such a path and can use only one
   * bound of a range on it.
   */
  readonly multi: Set<string>
  private readonly find
  private readonly add
  private readonly drop

  constructor(
    db: DatabaseSyncInstance,
    private readonly options: IndexOptions,
  ) {
    const { table, spec, multi } = options
    this.table = table
    this.spec = spec
    this.fields = Object.entries(spec.keys).map(([path, direction]) => ({ path, direction }))
    this.multi = new Set(multi)
    db.exec(
      `CREATE TABLE IF NOT EXISTS ${table} (key BLOB, seq INTEGER, PRIMARY KEY (key, seq)) WITHOUT ROWID`,
    )
    this.find = db.prepare(`SELECT seq FROM ${table} WHERE key = ? AND seq <> ? LIMIT 1`)
    this.add = db.prepare(`INSERT OR IGNORE INTO ${table} (key, seq) VALUES (?, ?)`)
    this.drop = db.prepare(`DELETE FROM ${table} WHERE key = ? AND seq = ?`)
  }

  /** Replaces the entries of `before` by those of `after` for row `seq`; null means no document. */
  change(seq: number, before: Doc | null, after: Doc | null): void {
    if (!before && after) return this.insert(seq, after, this.entries(after))
    const old = new Map(before ? this.entries(before).map(key => [key.toString('latin1'), key]) : [])
    const fresh: Buffer[] = []
    for (const key of after ? this.entries(after) : [])
      if (!old.delete(key.toString('latin1'))) fresh.push(key)
    for (const key of old.values()) this.drop.run(key, seq)
    if (after) this.insert(seq, after, fresh)
  }

  private insert(seq: number, doc: Doc, keys: Buffer[]): void {
    for (const key of keys) {
      if (this.spec.unique && this.find.get(key, seq)) throw duplicate(this.spec.name, doc)
      this.add.run(key, seq)
    }
  }

  /** Every compound key of a document: the Cartesian product of the values of its fields. */
  private entries(doc: Doc): Buffer[] {
    let keys: Buffer[] = [Buffer.alloc(0)]
    for (const { path, direction } of this.fields) {
      const { values, multi } = valuesAt(doc, path)
      if (multi && !this.multi.has(path)) {
        this.multi.add(path)
        this.options.onMulti(this)
      }
      keys = keys.flatMap(key => values.map(value => Buffer.concat([key, encodeComponent(value, direction)])))
    }
    return keys
  }
}

/** The cloud's error for a second document with the same unique key. */
export function duplicate(index: string, doc: Doc): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `E11000 duplicate key error index: ${index} dup key of document ${String(doc._id)}`,
  )
}
