import { randomUUID } from 'node:crypto'
import { CloudError } from '../errors'
import { duplicate } from './index-table'
import type { Collection } from './collection'
import type { Database } from './database'
import { decodeDoc, type Doc } from './values'

/** A transaction is aborted after this time, as in the cloud. */
const LIFETIME_MS = 30_000

interface Change {
  collection: Collection
  id: unknown
  doc: Doc | null
}

/**
 * One transaction: a snapshot taken at its first operation, and changes that are invisible to others before
 * the commit. The snapshot is not copied: while the transaction runs, it keeps the earlier version of each
 * document that others change.
 */
export class Transaction {
  readonly id = randomUUID()
  readonly startedAt = Date.now()
  private begun = false
  private readonly before = new Map<string, Doc | null>()
  private readonly changes = new Map<string, Change>()

  constructor(private readonly manager: Transactions) {}

  /** The document as this transaction sees it. */
  read(collection: Collection, id: unknown): Doc | null {
    this.begun = true
    const key = keyOf(collection, id)
    const changed = this.changes.get(key)
    if (changed) return changed.doc
    const snapshot = this.before.get(key)
    return snapshot !== undefined ? snapshot : (collection.readById(id)?.doc ?? null)
  }

  /**
   * Records a change; `doc` null removes the document. Throws a conflict if another transaction or write has
   * changed the document, or another transaction has a change pending.
   */
  write(collection: Collection, id: unknown, doc: Doc | null): void {
    this.begun = true
    const key = keyOf(collection, id)
    if (this.before.has(key) || this.manager.writerOf(key, this)) throw conflict()
    this.changes.set(key, { collection, id, doc })
  }

  insert(collection: Collection, doc: Doc): void {
    if (this.read(collection, doc._id)) throw duplicate('_id_', doc)
    this.write(collection, doc._id, doc)
  }

  /** Writes the changes; must be called inside `Database.atomically`. */
  apply(): void {
    for (const { collection, id, doc } of this.changes.values()) {
      const row = collection.readById(id)
      if (row && doc) collection.replace(row, doc)
      else if (row) collection.remove(row)
      else if (doc) collection.insert(doc)
    }
  }

  hasChanged(key: string): boolean {
    return this.changes.has(key)
  }

  /** Keeps the earlier version of a document that another writer changes. */
  keepSnapshot(key: string, before: string | null): void {
    if (this.begun && !this.before.has(key)) this.before.set(key, before === null ? null : decodeDoc(before))
  }

  /** A document that this transaction changed was changed by a write outside of it. */
  get isOvertaken(): boolean {
    return [...this.changes.keys()].some(key => this.before.has(key))
  }
}

/** The transactions that are under way. */
export class Transactions {
  private readonly running = new Map<string, Transaction>()
  private committing: Transaction | undefined

  constructor(private readonly database: Database) {
    database.listeners.add((collection, id, before) => {
      for (const transaction of this.running.values()) {
        if (transaction !== this.committing) transaction.keepSnapshot(keyOf(collection, id), before)
      }
    })
  }

  start(): string {
    const transaction = new Transaction(this)
    this.running.set(transaction.id, transaction)
    return transaction.id
  }

  get(id: string): Transaction {
    const found = this.running.get(id)
    if (found && Date.now() - found.startedAt <= LIFETIME_MS) return found
    this.running.delete(id)
    throw new CloudError('DATABASE_TRANSACTION_FAIL', `Transaction ${id} does not exist or is over`)
  }

  commit(id: string): void {
    const transaction = this.get(id)
    if (transaction.isOvertaken) {
      this.abort(id)
      throw conflict()
    }
    this.committing = transaction
    try {
      this.database.atomically(() => transaction.apply())
    } finally {
      this.committing = undefined
      this.running.delete(id)
    }
  }

  /** Discards the transaction. A conflict ends it in the cloud too. */
  abort(id: string): void {
    this.running.delete(id)
  }

  /** Another running transaction with an uncommitted change of the document. */
  writerOf(key: string, except: Transaction): Transaction | undefined {
    return [...this.running.values()].find(
      other => other !== except && other.hasChanged(key) && Date.now() - other.startedAt <= LIFETIME_MS,
    )
  }
}

export function conflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] WriteConflict: the document was changed by another one',
  )
}

function keyOf(collection: Collection, id: unknown): string {
  return `${collection.table}/${typeof id}/${String(id)}`
}
