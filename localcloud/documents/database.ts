import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import type { IndexSpec } from '../../cloudfunctions/schema'
import { CloudError } from '../errors'
import { Collection, type ChangeListener } from './collection'
import { IndexTable } from './index-table'
import type { Doc } from './values'

export type Schema = Record<string, { indexes: IndexSpec[] }>

interface StoredIndex {
  name: string
  tab: string
  spec: string
  multi: string
}

/** All collections in one SQLite file. A write is on disk before `atomically` returns. */
export class Database {
  readonly sqlite: DatabaseSyncInstance
  /** Called on every change of a document: running transactions keep the earlier text as their snapshot. */
  readonly listeners = new Set<ChangeListener>()
  private readonly collections = new Map<string, Collection>()

  /** Opens or creates the file in `dir` and makes collections and indexes match `schema`. */
  constructor(
    dir: string,
    private readonly schema: Schema,
  ) {
    mkdirSync(dir, { recursive: true })
    this.sqlite = new DatabaseSync(join(dir, 'cloud.sqlite'))
    this.sqlite.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA busy_timeout = 5000',
    )
    this.sqlite.exec(`CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY, tab TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS indexes (collection TEXT, name TEXT, tab TEXT, spec TEXT, multi TEXT, PRIMARY KEY (collection, name))`)
    const stored = this.sqlite.prepare('SELECT name FROM collections').all() as Array<{ name: string }>
    for (const name of new Set([...stored.map(row => row.name), ...Object.keys(schema)]))
      this.addCollection(name)
  }

  /** Throws the error that the SDK reports as -502005 if the collection was never created. */
  collection(name: unknown): Collection {
    const found = this.collections.get(String(name))
    if (!found)
      throw new CloudError('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${String(name)}`)
    return found
  }

  /** Creates the collection with its indexes from the schema. Idempotent. */
  addCollection(name: string): void {
    if (this.collections.has(name)) return
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(name))
      throw new CloudError('INVALID_PARAM', `invalid collection name: ${name}`)
    this.atomically(() => {
      this.sqlite
        .prepare("INSERT OR IGNORE INTO collections SELECT ?, 'c' || (1 + COUNT(*)) FROM collections")
        .run(name)
      const { tab } = this.sqlite.prepare('SELECT tab FROM collections WHERE name = ?').get(name) as {
        tab: string
      }
      const collection = new Collection(name, tab, this.sqlite, (...change) =>
        this.listeners.forEach(listener => listener(...change)),
      )
      this.syncIndexes(collection, this.schema[name]?.indexes ?? [])
      this.collections.set(name, collection)
    })
  }

  /** Runs `write` as one SQLite transaction and rolls back if it throws. */
  atomically<T>(write: () => T): T {
    this.sqlite.exec('BEGIN IMMEDIATE')
    try {
      const result = write()
      this.sqlite.exec('COMMIT')
      return result
    } catch (error) {
      if (this.sqlite.isTransaction) this.sqlite.exec('ROLLBACK')
      throw error
    }
  }

  /**
   * Adds many documents in large transactions, indexes included: for demonstration data and benchmarks.
   * Returns the number of documents.
   */
  bulkInsert(name: string, docs: Iterable<Doc>, perTransaction = 20_000): number {
    const collection = this.collection(name)
    const source = docs[Symbol.iterator]()
    let count = 0
    for (let next = source.next(); !next.done;) {
      this.atomically(() => {
        for (let i = 0; i < perTransaction && !next.done; i++, count++, next = source.next())
          collection.insert(next.value)
      })
    }
    return count
  }

  close(): void {
    this.sqlite.close()
  }

  private syncIndexes(collection: Collection, specs: IndexSpec[]): void {
    const stored = this.sqlite
      .prepare('SELECT name, tab, spec, multi FROM indexes WHERE collection = ?')
      .all(collection.name) as StoredIndex[]
    for (const { name, tab, spec } of stored) {
      if (specs.some(wanted => JSON.stringify(wanted) === spec)) continue
      this.sqlite.exec(`DROP TABLE IF EXISTS ${tab}`)
      this.sqlite.prepare('DELETE FROM indexes WHERE collection = ? AND name = ?').run(collection.name, name)
    }
    for (const spec of specs)
      this.openIndex(
        collection,
        spec,
        stored.find(index => index.spec === JSON.stringify(spec)),
      )
  }

  private openIndex(collection: Collection, spec: IndexSpec, stored: StoredIndex | undefined): void {
    const tab = stored?.tab ?? `${collection.table}_${spec.name.replace(/\W/g, '_')}`
    if (!stored) {
      this.sqlite
        .prepare("INSERT INTO indexes VALUES (?, ?, ?, ?, '[]')")
        .run(collection.name, spec.name, tab, JSON.stringify(spec))
    }
    const saveMulti = this.sqlite.prepare('UPDATE indexes SET multi = ? WHERE collection = ? AND name = ?')
    const index = new IndexTable(this.sqlite, {
      table: tab,
      spec,
      multi: stored ? (JSON.parse(stored.multi) as string[]) : [],
      onMulti: ({ multi }) => saveMulti.run(JSON.stringify([...multi]), collection.name, spec.name),
    })
    collection.addIndex(index, !stored)
  }
}
