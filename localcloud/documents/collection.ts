import { randomBytes } from 'node:crypto'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { duplicate, type IndexTable } from './index-table'
import { encodeComponent } from './keys'
import { decodeDoc, encodeDoc, type Doc } from './values'

export interface Row {
  seq: number
  text: string
  doc: Doc
}

/** Called after every change of a document; `before` is its earlier text, null for a new document. */
export type ChangeListener = (collection: Collection, id: unknown, before: string | null) => void

/**
 * The documents of one collection in a SQLite table, with the tables of its indexes. Not transactional by
 * itself: see Database.atomically.
 */
export class Collection {
  readonly indexes: IndexTable[] = []
  private readonly statements

  constructor(
    readonly name: string,
    readonly table: string,
    readonly db: DatabaseSyncInstance,
    private readonly changed: ChangeListener,
  ) {
    db.exec(
      `CREATE TABLE IF NOT EXISTS ${table} (seq INTEGER PRIMARY KEY AUTOINCREMENT, key BLOB NOT NULL UNIQUE, doc TEXT NOT NULL)`,
    )
    this.statements = {
      bySeq: db.prepare(`SELECT doc FROM ${table} WHERE seq = ?`),
      byKey: db.prepare(`SELECT seq, doc FROM ${table} WHERE key = ?`),
      insert: db.prepare(`INSERT INTO ${table} (key, doc) VALUES (?, ?)`),
      update: db.prepare(`UPDATE ${table} SET doc = ? WHERE seq = ?`),
      remove: db.prepare(`DELETE FROM ${table} WHERE seq = ?`),
      page: db.prepare(`SELECT seq, doc FROM ${table} WHERE seq > ? ORDER BY seq LIMIT 500`),
    }
  }

  /** Adds an index; `fill` builds its entries from the documents already stored. */
  addIndex(index: IndexTable, fill: boolean): void {
    if (fill) for (const { seq, doc } of this.all()) index.change(seq, null, doc)
    this.indexes.push(index)
  }

  read(seq: number): Row | undefined {
    const found = this.statements.bySeq.get(seq) as { doc: string } | undefined
    return found && { seq, text: found.doc, doc: decodeDoc(found.doc) }
  }

  readById(id: unknown): Row | undefined {
    const found = this.statements.byKey.get(encodeComponent(id, 1)) as
      { seq: number; doc: string } | undefined
    return found && { seq: found.seq, text: found.doc, doc: decodeDoc(found.doc) }
  }

  /** Every document in the order of insertion, read page by page. */
  *all(): Generator<Row> {
    for (let last = -1; ;) {
      const page = this.statements.page.all(last) as Array<{ seq: number; doc: string }>
      for (const { seq, doc } of page) yield { seq, text: doc, doc: decodeDoc(doc) }
      if (page.length === 0) return
      last = page[page.length - 1]!.seq
    }
  }

  /** Returns the `_id`, a random one if the document has none. Throws E11000 if the `_id` is taken. */
  insert(doc: Doc): unknown {
    const whole: Doc = { ...doc, _id: doc._id ?? randomBytes(16).toString('hex') }
    const key = encodeComponent(whole._id, 1)
    if (this.statements.byKey.get(key)) throw duplicate('_id_', whole)
    const seq = Number(this.statements.insert.run(key, encodeDoc(whole)).lastInsertRowid)
    for (const index of this.indexes) index.change(seq, null, whole)
    this.changed(this, whole._id, null)
    return whole._id
  }

  /** Replaces `row` with `doc`; returns false if nothing differs. */
  replace(row: Row, doc: Doc): boolean {
    const text = encodeDoc(doc)
    if (text === row.text) return false
    this.statements.update.run(text, row.seq)
    for (const index of this.indexes) index.change(row.seq, row.doc, doc)
    this.changed(this, row.doc._id, row.text)
    return true
  }

  remove(row: Row): void {
    this.statements.remove.run(row.seq)
    for (const index of this.indexes) index.change(row.seq, row.doc, null)
    this.changed(this, row.doc._id, row.text)
  }
}
