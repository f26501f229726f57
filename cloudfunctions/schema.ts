/**
 * Collections, their indexes, permissions and retention: data that deploying
 * and the local process both read. Every query of a function finds its index here.
 */
export interface IndexSpec {
  name: string
  /** Field path → direction, in the order of the index. A field that holds an array is indexed element by element. */
  keys: Record<string, 1 | -1>
  unique?: boolean
}

export interface CollectionSpec {
  indexes: IndexSpec[]
  /** Clients never touch the database: everything goes through a function. */
  permission: 'ADMINONLY'
  /** Days after which the timer removes a record, counted from its `at`; absent: kept. */
  retentionDays?: number
}

export const schema: Record<string, CollectionSpec> = {}
