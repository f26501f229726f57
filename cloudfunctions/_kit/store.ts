import cloud from 'wx-server-sdk'
import { forbidden } from '@domain/kernel/failure'

/**
 * Typed collections over wx-server-sdk. The SDK's types are faulty (see
 * docs/decisions/store.md), so this is the only place that imports it.
 */
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

/** A document as the database gives it. */
export interface Doc {
  _id: string
}
/** A condition of the SDK's `command`; its inside is the SDK's own. */
export interface Condition {
  and(other: Condition): Condition
}
/** A field inside a field, such as `holder.openid`: the compiler does not look inside. */
interface Inner {
  [path: `${string}.${string}`]: unknown
}
export type Where<T> = Inner & {
  [K in keyof T]?: T[K] | Condition | (NonNullable<T[K]> extends readonly (infer E)[] ? E : never)
}
export type Patch<T> = Inner & { [K in keyof T]?: unknown }
export interface Reading {
  orderBy?: [field: string, direction: 'asc' | 'desc']
  limit?: number
  leaveOut?: string[]
  /** These fields and the id alone. */ only?: string[]
}

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
  /** With the dollar: the SDK hands this one on as it stands, and would add the object itself. */
  addToSet(options: { $each: unknown[] }): unknown
  push(options: { each: unknown[]; slice?: number; position?: number }): unknown
}

let database: { collection(name: string): Query; command: Command } | undefined
const db = () => (database ??= cloud.database() as unknown as NonNullable<typeof database>)

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

export type Collection<T extends Doc> = ReturnType<typeof collection<T>>

/** A collection of `T`; every method is one database request. */
export function collection<T extends Doc>(name: string) {
  const at = () => db().collection(name)
  return {
    name,
    /** Records under the query, which must have its index in schema.ts. */
    async find(
      where: Where<T> | Condition,
      { orderBy, limit = 100, leaveOut, only }: Reading = {},
    ): Promise<T[]> {
      let query = at().where(where)
      if (orderBy) query = query.orderBy(...orderBy)
      if (leaveOut) query = query.field(Object.fromEntries(leaveOut.map(field => [field, false])))
      if (only) query = query.field(Object.fromEntries(only.map(field => [field, true])))
      return (await query.limit(limit).get()).data as T[]
    },
    async byId(id: string): Promise<T | null> {
      return ((await at().where({ _id: id }).limit(1).get()).data as T[])[0] ?? null
    },
    async byIds(ids: readonly string[]): Promise<T[]> {
      return (
        await at()
          .where({ _id: op.in(ids) })
          .limit(ids.length)
          .get()
      ).data as T[]
    },
    /** Adds under the record's own `_id`; false when that id, or a unique field, is taken. */
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
     * Adds many in one request; where one of them is there already, the others one by one. Those that are
     * there stay as they are.
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
     * One conditional write; true when the condition held and no unique field was taken. A patch must
     * change something.
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
    /** How many there are. It costs as much as there are: for a deliberate question, never for a list. */
    async count(where: Where<T>): Promise<number> {
      return (await at().where(where).count()).total
    },
    async remove(where: Where<T>): Promise<number> {
      return (await at().where(where).remove()).stats.removed
    },
  }
}

export const wxContext = (): { OPENID?: string; SOURCE?: string } =>
  cloud.getWXContext() as { OPENID?: string; SOURCE?: string }

/** Calls another function of this environment. */
export const callFunction = (name: string, data: object): Promise<unknown> =>
  (cloud as unknown as { callFunction(call: { name: string; data: object }): Promise<unknown> }).callFunction(
    { name, data },
  )

/** Addresses that show files for a while, by fileID; a file that is gone has none. */
export async function readFileUrls(fileIDs: readonly string[]): Promise<Record<string, string>> {
  if (fileIDs.length === 0) return {}
  const answer = await (
    cloud as unknown as {
      getTempFileURL(o: {
        fileList: readonly string[]
      }): Promise<{ fileList: { fileID: string; tempFileURL?: string }[] }>
    }
  ).getTempFileURL({ fileList: fileIDs })
  return Object.fromEntries(
    answer.fileList.flatMap(file => (file.tempFileURL ? [[file.fileID, file.tempFileURL]] : [])),
  )
}

/** The content of a stored file; forbidden when there is none. */
export async function readFile(fileID: string): Promise<Buffer> {
  try {
    return (
      await (
        cloud as unknown as { downloadFile(o: { fileID: string }): Promise<{ fileContent: Buffer }> }
      ).downloadFile({ fileID })
    ).fileContent
  } catch {
    throw forbidden()
  }
}

/** Stores a file under a path of the function's own and answers its fileID. */
export const storeFile = async (cloudPath: string, content: Buffer): Promise<string> =>
  (
    await (cloud as unknown as { uploadFile(o: object): Promise<{ fileID: string }> }).uploadFile({
      cloudPath,
      fileContent: content,
    })
  ).fileID

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
export const openapi = (): OpenApi => (cloud as unknown as { openapi: OpenApi }).openapi
