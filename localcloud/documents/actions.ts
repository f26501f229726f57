import { randomBytes } from 'node:crypto'
import { Aggregator, Query } from 'mingo'
import type { Projection } from 'mingo/types'
import type { Clock } from '../clock'
import { CloudError } from '../errors'
import type { Collection, Row } from './collection'
import type { Database } from './database'
import { find, type Cost } from './find'
import type { Sort } from './sorting'
import { Transactions } from './transactions'
import { applyUpdate } from './update'
import { decodeExpression, encodeDoc, type Doc } from './values'

export type Params = Record<string, unknown>
export type Report = (cost: Cost, collection: string, query: unknown) => void

type Filter = Record<string, unknown>
type Answer = Record<string, unknown>

/** The `database.*` actions of the SDK's protocol: takes its parameters and returns its answers unchanged. */
export class DatabaseActions {
  private readonly transactions: Transactions

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.transactions = new Transactions(database)
  }

  /** Performs one action and passes the cost of its reads to `report`. Throws CloudError. */
  perform(action: string, params: Params, report: Report): Answer {
    switch (action) {
      case 'addCollection':
        return this.addCollection(params)
      case 'insertDocument':
        return this.insert(params)
      case 'getDocument':
        return this.get(params, report)
      case 'calculateDocument':
        return { data: { total: this.find(params, report).length } }
      case 'modifyDocument':
        return this.modify(params, report)
      case 'removeDocument':
        return this.remove(params, report)
      case 'aggregateDocuments':
        return this.aggregate(params, report)
      case 'startTransaction':
        return { transactionId: this.transactions.start() }
      case 'commitTransaction':
        return this.commit(params)
      case 'abortTransaction':
        return this.abort(params)
      default:
        throw new CloudError('INVALID_PARAM', `unknown action database.${action}`)
    }
  }

  private addCollection(params: Params): Answer {
    this.database.addCollection(String(params['collectionName']))
    return {}
  }

  private insert(params: Params): Answer {
    const collection = this.collectionOf(params)
    const docs = (params['data'] as string[]).map(text => this.decode(text) as Doc)
    const insertedIds = params['transactionId']
      ? docs.map(doc => this.insertInside(params, collection, doc))
      : this.database.atomically(() => docs.map(doc => collection.insert(doc)))
    return { data: { insertedIds } }
  }

  private insertInside(params: Params, collection: Collection, doc: Doc): unknown {
    const whole = { ...doc, _id: doc._id ?? randomBytes(16).toString('hex') }
    this.inside(params, transaction => transaction.insert(collection, whole))
    return whole._id
  }

  private get(params: Params, report: Report): Answer {
    const projection = params['projection']
      ? (this.decode(params['projection'] as string) as Projection<Doc>)
      : undefined
    const texts = this.isTransactional(params)
      ? this.readInside(params).map(encodeDoc)
      : this.find(params, report).map(row => row.text)
    if (!projection || Object.keys(projection).length === 0) return { data: { list: texts } }
    const docs = texts.map(text => this.decode(text) as Doc)
    const projected = new Query({}).find<Doc>(docs, projection).all()
    return { data: { list: projected.map(encodeDoc) } }
  }

  private modify(params: Params, report: Report): Answer {
    const collection = this.collectionOf(params)
    const data = this.decode(params['data'] as string) as Record<string, unknown>
    const change = (doc: Doc) =>
      params['merge'] ? applyUpdate(doc, data, this.queryOf(params)) : { _id: doc._id, ...data }
    if (this.isTransactional(params)) return this.modifyInside(params, collection, change)
    return this.database.atomically(() => {
      const rows = this.find(params, report)
      const updated = rows.filter(row => collection.replace(row, change(row.doc))).length
      if (rows.length > 0 || !params['upsert']) return { data: { updated, upsert_id: null } }
      return { data: { updated: 0, upsert_id: collection.insert({ ...this.queryOf(params), ...data }) } }
    })
  }

  private modifyInside(params: Params, collection: Collection, change: (doc: Doc) => Doc): Answer {
    const id = this.queryOf(params)['_id']
    return this.inside(params, transaction => {
      const doc = transaction.read(collection, id)
      if (!doc && !params['upsert']) return { data: { updated: 0, upsert_id: null } }
      transaction.write(collection, id, change(doc ?? { _id: id }))
      return { data: { updated: doc ? 1 : 0, upsert_id: doc ? null : id } }
    })
  }

  private remove(params: Params, report: Report): Answer {
    const collection = this.collectionOf(params)
    if (this.isTransactional(params)) {
      const id = this.queryOf(params)['_id']
      return this.inside(params, transaction => {
        const there = transaction.read(collection, id) !== null
        if (there) transaction.write(collection, id, null)
        return { data: { deleted: there ? 1 : 0 } }
      })
    }
    return this.database.atomically(() => {
      const rows = this.find(params, report)
      rows.forEach(row => collection.remove(row))
      return { data: { deleted: rows.length } }
    })
  }

  /** The leading `$match`, `$sort` and `$limit` use the indexes; mingo runs the other stages. */
  private aggregate(params: Params, report: Report): Answer {
    const collection = this.collectionOf(params)
    const stages = (params['stages'] as Array<{ stageKey: string; stageValue: string }>).map(
      ({ stageKey, stageValue }) => ({ [stageKey]: this.decode(stageValue) }),
    )
    const query = (stages[0]?.['$match'] ? stages.shift()!['$match'] : {}) as Filter
    const sort = (stages[0]?.['$sort'] ? stages.shift()!['$sort'] : {}) as Sort
    const limit = stages[0]?.['$limit'] === undefined ? Infinity : (stages.shift()!['$limit'] as number)
    const { rows, cost } = find(collection, { query, sort, limit })
    report(cost, collection.name, query)
    const resolve = (name: string) => [...this.database.collection(name).all()].map(row => row.doc)
    const list = new Aggregator(stages, { collectionResolver: resolve }).run<Doc>(rows.map(row => row.doc))
    return { data: { list: list.map(encodeDoc) } }
  }

  private commit(params: Params): Answer {
    this.transactions.commit(String(params['transactionId']))
    return {}
  }

  private abort(params: Params): Answer {
    this.transactions.get(String(params['transactionId']))
    this.transactions.abort(String(params['transactionId']))
    return {}
  }

  /**
   * Only operations on one document take part in a transaction: the SDK sends all others without its id or
   * outside of it.
   */
  private isTransactional(params: Params): boolean {
    return Boolean(params['transactionId']) && params['queryType'] === 'DOC'
  }

  private readInside(params: Params): Doc[] {
    const doc = this.inside(params, transaction =>
      transaction.read(this.collectionOf(params), this.queryOf(params)['_id']),
    )
    return doc ? [doc] : []
  }

  private inside<T>(params: Params, operate: (transaction: ReturnType<Transactions['get']>) => T): T {
    const id = String(params['transactionId'])
    const transaction = this.transactions.get(id)
    try {
      return operate(transaction)
    } catch (error) {
      this.transactions.abort(id)
      throw error
    }
  }

  private find(params: Params, report: Report): Row[] {
    const collection = this.collectionOf(params)
    const query = this.queryOf(params)
    const { rows, cost } = find(collection, {
      query,
      sort: params['order'] ? (this.decode(params['order'] as string) as Sort) : {},
      skip: Number(params['offset'] ?? 0),
      limit: params['multi'] === false ? 1 : Number(params['limit'] ?? Infinity),
    })
    report(cost, collection.name, query)
    return rows
  }

  private queryOf(params: Params): Filter {
    return params['query'] ? (this.decode(params['query'] as string) as Filter) : {}
  }

  private collectionOf(params: Params): Collection {
    return this.database.collection(params['collectionName'])
  }

  private decode(text: string): unknown {
    return decodeExpression(text, this.clock.now())
  }
}
