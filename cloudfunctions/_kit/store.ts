import cloud from 'wx-server-sdk'
import { forbidden, Refusal } from '@domain/kernel/failure'

/**
 * Typed collections over wx-server-sdk. The SDK's types are faulty (docs/decisions/store.md), so this is the
 * only file that imports it.
 */

/** The part of the SDK that the functions use, as it behaves. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol
  init(options: { env: symbol }): void
  database(): { collection(name: string): Query; command: Command }
  getWXContext(): { OPENID?: string; SOURCE?: string }
  callFunction(call: { name: string; data: object }): Promise<unknown>
  getTempFileURL(files: {
    fileList: readonly string[]
  }): Promise<{ fileList: { fileID: string; tempFileURL?: string }[] }>
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(files: {
    fileList: readonly string[]
  }): Promise<{ fileList: { fileID: string; status: number }[] }>
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  openapi: OpenApi
}
// The SDK declares some of these members wrongly and others not at all.
const sdk = cloud as unknown as Sdk
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })

/** A document of the database. */
export interface Doc {
  _id: string
}
/** A condition made by the SDK's `command`; opaque but for `and`. */
export interface Condition {
  and(other: Condition): Condition
}
/** A nested field, such as `holder.openid`: the compiler does not check these paths. */
interface Inner {
  [path: `${string}.${string}`]: unknown
}
export type Where<T> = Inner & {
  [K in keyof T]?: T[K] | Condition | (NonNullable<T[K]> extends readonly (infer E)[] ? E : never)
}
export type Patch<T> = Inner & { [K in keyof T]?: unknown }
export interface Reading {
  orderBy?: [field: string, direction: 'asc' | 'desc']
  /** The first records only: the caller wants no more, or reads the next page. Without it, all of them. */
  limit?: number
  leaveOut?: string[]
  /** Reads only these fields and the id. */
  only?: string[]
}

/** Records that one query returns at most (docs/platform.md). */
const mostInQuery = 1000

interface Query {
  where(query: object): Query
  orderBy(field: string, direction: string): Query
  limit(n: number): Query
  field(fields: Record<string, boolean>): Query
  get(): Promise<{ data: unknown[] }>
  count(): Promise<{ total: number }>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
  add(options: { data: object | readonly object[] }): Promise<unknown>
}
interface Command {
  in(values: readonly unknown[]): Condition
  nin(values: readonly unknown[]): Condition
  lt(value: unknown): Condition
  lte(value: unknown): Condition
  gt(value: unknown): Condition
  gte(value: unknown): Condition
  eq(value: unknown): Condition
  /** Any of these queries, each with its own index. */
  or(queries: readonly object[]): Condition
  neq(value: unknown): Condition
  set(value: unknown): unknown
  inc(by: number): unknown
  pull(query: unknown): unknown
  /**
   * `$each`, with the dollar: the SDK passes the value on unchanged, and without it would add the object
   * itself.
   */
  addToSet(options: { $each: unknown[] }): unknown
  push(options: { each: unknown[]; slice?: number; position?: number }): unknown
}

let database: ReturnType<Sdk['database']> | undefined
const db = () => (database ??= sdk.database())

export const op: Command = new Proxy({} as Command, {
  get: (_none, name) => Reflect.get(db().command, name) as unknown,
})

const isDuplicate = (error: unknown): boolean =>
  /E11000|DuplicateWrite|duplicate key/i.test(String((error as Error)?.message ?? error))
const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

// The SDK spreads a plain object into dotted paths, which fails where the field was null: set it whole.
const toUpdate = (patch: object): object =>
  Object.fromEntries(
    Object.entries(patch)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, isPlain(value) ? op.set(value) : value]),
  )

/** The condition of a query on its sort field, narrowed to what follows the last record that was read. */
const after = (condition: unknown, last: unknown): Condition =>
  typeof condition === 'object' && condition !== null && 'and' in condition
    ? (condition as Condition).and(op.gt(last))
    : op.gt(last)

export type Collection<T extends Doc> = ReturnType<typeof collection<T>>

/** A collection of `T`; every method is one database request, except where it says otherwise. */
export function collection<T extends Doc>(name: string) {
  const at = () => db().collection(name)
  return {
    name,
    /**
     * Finds records by a query, which must have its index in schema.ts.
     * @throws Error when the result may be incomplete and the caller has not set a `limit`
     */
    async find(where: Where<T> | Condition, { orderBy, limit, leaveOut, only }: Reading = {}): Promise<T[]> {
      let query = at().where(where)
      if (orderBy) query = query.orderBy(...orderBy)
      if (leaveOut) query = query.field(Object.fromEntries(leaveOut.map(field => [field, false])))
      if (only) query = query.field(Object.fromEntries(only.map(field => [field, true])))
      const found = (await query.limit(limit ?? mostInQuery).get()).data as T[]
      if (limit === undefined && found.length === mostInQuery)
        throw new Error(`A query of ${name} may have been cut: read it in pages, or set a limit`)
      return found
    },
    /**
     * Finds all records of a query, however many: one request for each thousand.
     * @param by a field that differs in every record of the result, by which its index sorts
     */
    async findAll(
      where: Where<T>,
      { by = '_id', ...reading }: Omit<Reading, 'orderBy' | 'limit'> & { by?: keyof T & string } = {},
    ): Promise<T[]> {
      const all: T[] = []
      for (let range: Where<T> = where; ;) {
        const found = await this.find(range, { ...reading, orderBy: [by, 'asc'], limit: mostInQuery })
        all.push(...found)
        if (found.length < mostInQuery) return all
        range = { ...where, [by]: after(where[by], found[found.length - 1]?.[by]) }
      }
    },
    async byId(id: string): Promise<T | null> {
      return ((await at().where({ _id: id }).limit(1).get()).data as T[])[0] ?? null
    },
    /** Reads records by their ids: one request for each thousand; ids without a record are left out. */
    async byIds(ids: readonly string[]): Promise<T[]> {
      const found: T[] = []
      for (let n = 0; n < ids.length; n += mostInQuery) {
        const some = ids.slice(n, n + mostInQuery)
        const query = at().where({ _id: op.in(some) })
        found.push(...((await query.limit(some.length).get()).data as T[]))
      }
      return found
    },
    /** Adds a record under its own `_id`; false when the id, or a unique field, is taken. */
    async add(record: T): Promise<boolean> {
      try {
        await at().add({ data: record })
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },
    /**
     * Adds many records in one request; when one exists already, adds them one by one. Existing records stay
     * unchanged.
     */
    async addAll(records: readonly T[]): Promise<void> {
      if (records.length === 0) return
      try {
        await at().add({ data: records })
      } catch (error) {
        if (!isDuplicate(error)) throw error
        for (const record of records) await this.add(record)
      }
    },
    /**
     * One conditional write. True when the condition was met and no unique field was taken. The patch must
     * change something: an update without effect counts as not written.
     */
    async change(where: Where<T>, patch: Patch<T>): Promise<boolean> {
      try {
        return (
          (
            await at()
              .where(where)
              .update({ data: toUpdate(patch) })
          ).stats.updated > 0
        )
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },
    /** Counts records. The cost grows with their number: never call it to answer a list. */
    async count(where: Where<T>): Promise<number> {
      return (await at().where(where).count()).total
    },
    async remove(where: Where<T>): Promise<number> {
      return (await at().where(where).remove()).stats.removed
    },
  }
}

/** Who calls: `OPENID` of the user, `SOURCE` the chain of callers, such as `wx_client,scf`. */
export const wxContext = (): { OPENID?: string; SOURCE?: string } => sdk.getWXContext()

/** Calls another function of this environment. */
export const callFunction = (name: string, data: object): Promise<unknown> => sdk.callFunction({ name, data })

/** The status of a file that WeChat does not find (STORAGE_FILE_NONEXIST). */
const noSuchFile = -503003
/** Files that WeChat takes in one call at most (docs/platform.md). */
const mostFiles = 50
const inPortions = (fileIDs: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(fileIDs.length / mostFiles) }, (_, n) =>
    fileIDs.slice(n * mostFiles, (n + 1) * mostFiles),
  )

/** Temporary addresses of files, by fileID; a file that no longer exists has none. */
export async function readFileUrls(fileIDs: readonly string[]): Promise<Record<string, string>> {
  const answers = await Promise.all(inPortions(fileIDs).map(fileList => sdk.getTempFileURL({ fileList })))
  return Object.fromEntries(
    answers.flatMap(({ fileList }) =>
      fileList.flatMap(file => (file.tempFileURL ? [[file.fileID, file.tempFileURL]] : [])),
    ),
  )
}

/**
 * Deletes files; one that no longer exists counts as deleted.
 * @throws Refusal UNAVAILABLE when a file may still be there
 */
export async function deleteFiles(fileIDs: readonly string[]): Promise<void> {
  for (const fileList of inPortions([...new Set(fileIDs)])) {
    const answer = await sdk.deleteFile({ fileList })
    if (answer.fileList.some(({ status }) => status !== 0 && status !== noSuchFile))
      throw new Refusal('UNAVAILABLE')
  }
}

/**
 * Reads the content of a stored file.
 * @throws Refusal FORBIDDEN when there is none
 */
export async function readFile(fileID: string): Promise<Buffer> {
  try {
    return (await sdk.downloadFile({ fileID })).fileContent
  } catch {
    throw forbidden()
  }
}

/** Stores a file under a path of the function's own and returns its fileID. */
export const storeFile = async (cloudPath: string, content: Buffer): Promise<string> =>
  (await sdk.uploadFile({ cloudPath, fileContent: content })).fileID

interface OpenApi {
  subscribeMessage: { send(message: object): Promise<unknown> }
  wxacode: { getUnlimited(code: object): Promise<{ buffer: Buffer }> }
  phonenumber: {
    getPhoneNumber(code: { code: string }): Promise<{ phoneInfo?: { purePhoneNumber?: string } }>
  }
  security: {
    msgSecCheck(check: object): Promise<{ result?: { suggest?: string } }>
    mediaCheckAsync(check: object): Promise<{ traceId?: string; trace_id?: string }>
  }
}
/** WeChat's open API, as the function's config.json allows it. */
export const openapi = (): OpenApi => sdk.openapi
