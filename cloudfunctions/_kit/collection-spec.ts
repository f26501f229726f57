export interface IndexSpec {
  name: string
  /**
   * Field path → direction, in the order of the index. A field that holds an array is indexed element by
   * element.
   */
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

/** Collections by their name in the database. */
export type Schema = Readonly<Record<string, CollectionSpec>>
