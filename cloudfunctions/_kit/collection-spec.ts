export interface IndexSpec {
  name: string
  /** Field path → direction, in index order. A field that holds an array is indexed element by element. */
  keys: Record<string, 1 | -1>
  unique?: boolean
}

export interface CollectionSpec {
  indexes: IndexSpec[]
  /** Clients never access the database; every access goes through a function. */
  permission: 'ADMINONLY'
  /** Days after its `at` when the timer removes a record; absent: it is kept. */
  retentionDays?: number
}

/** Collections by database name. */
export type Schema = Readonly<Record<string, CollectionSpec>>
