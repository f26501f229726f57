export interface IndexSpec {
  name: string
  /** Field path → direction, in index order. A field that holds an array is indexed element by element. */
  keys: Record<string, 1 | -1>
  unique?: boolean
}

export type CollectionSpec = {
  indexes: IndexSpec[]
  /** Clients never access the database; every access goes through a function. */
  permission: 'ADMINONLY'
  /** For the table of docs/data-kept.md. */
  kept: {
    /** What it holds of people; null: nothing. */
    what: string | null
    why: string
    /** What an erasure does to it, where no service's personal data says so. */
    erased?: string
  }
} & (
  | {
      /** Days after its `at` when the timer removes a record. */
      retentionDays: number
    }
  | {
      /** How long a record is kept; null: the retention in the manifest of a service says so. */
      until: string | null
      retentionDays?: undefined
    }
)

/** Collections by database name. */
export type Schema = Readonly<Record<string, CollectionSpec>>
