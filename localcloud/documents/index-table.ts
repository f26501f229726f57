import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { IndexSpec } from '../../cloudfunctions/schema'
import { CloudError } from '../errors'
import { encodeComponent, type Direction } from './keys'
import { valuesAt } from './paths'
import type { Doc } from './values'

/** One declared index as a SQLite b-tree: `key` is the compound key as ordered bytes, `seq` the document's row. */
export class IndexTable {
  readonly fields: Array<{ path: string; direction: Direction }>
  /** Paths under which an array was ever stored: such an index yields no order of theirs, and only one bound of a range. */
  readonly multi: Set<string>
  private readonly find
  private readonly add
  private readonly drop

  constructor(
    db: DatabaseSyncInstance,
    readonly table: string,
    readonly spec: IndexSpec,
    multi: string[],
    private readonly onMulti: (index: IndexTable) => void,
  ) {
    this.fields = Object.entries(spec.keys).map(([path, direction]) => ({ path, direction }))
    this.multi = new Set(multi)
    db.exec(
      `CREATE TABLE IF NOT EXISTS ${table} (key BLOB, seq INTEGER, PRIMARY KEY (key, seq)) WITHOUT ROWID`,
    )
    this.find = db.prepare(`SELECT seq FROM ${table} WHERE key = ? AND seq <> ? LIMIT 1`)
    this.add = db.prepare(`INSERT OR IGNORE INTO ${table} (key, seq) VALUES (?, ?)`)
    this.drop = db.prepare(`DELETE FROM ${table} WHERE key = ? AND seq = ?`)
  }

  /** Moves the entries of row `seq` from those of `before` to those of `after`; null stands for no document. */
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

  /** Every compound key of a document: the product of the values of its fields. */
  private entries(doc: Doc): Buffer[] {
    let keys: Buffer[] = [Buffer.alloc(0)]
    for (const { path, direction } of this.fields) {
      const { values, multi } = valuesAt(doc, path)
      if (multi && !this.multi.has(path)) {
        this.multi.add(path)
        this.onMulti(this)
      }
      keys = keys.flatMap(key => values.map(value => Buffer.concat([key, encodeComponent(value, direction)])))
    }
    return keys
  }
}

/** What the cloud answers to a second document with the same unique key. */
export function duplicate(index: string, doc: Doc): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `E11000 duplicate key error index: ${index} dup key of document ${String(doc._id)}`,
  )
}
