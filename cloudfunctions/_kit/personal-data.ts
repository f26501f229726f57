import { randomUUID } from 'node:crypto'
import type { Caller } from '@domain/kernel/people'
import type { Person } from './records'
import { toCaller } from './caller'
import type { Doc } from './store'

/** The person who asks for a copy of their data. */
export interface Subject {
  openid: string
  now: Date
  /**
   * The person as the resident that they are in an estate; without rights where they live no longer. Posts
   * are left out: what one sees by a post is others' data.
   */
  callerIn: (estateId: string) => Caller
}

/** The person who is being erased. */
export interface Erasure {
  openid: string
  /** Takes the place of the openid in records that stay. */
  alias: string
  /** Deletes the files that these records name, except those that another record names too. */
  dropFiles: (
    fileIDs: readonly string[],
    named: { in: { name: string }; by: readonly Doc[] },
  ) => Promise<void>
}

/** What a service stores about a person: how to copy it for them, and how to erase them from it. */
export interface PersonalData {
  /** The key of the copy in the answer of `account.exportMine`. */
  name: string
  /** Where it is stored. */
  of: readonly { name: string }[]
  /** What an erasure removes and what it leaves, for docs/data-kept.md. */
  erased: string
  /** What the person may see of it: the service's view for them, not the raw records. */
  copy: (subject: Subject) => Promise<object[]>
  /** Erases the person. Idempotent. */
  forget: (erasure: Erasure) => Promise<void>
}

/** Records of each kind that a copy holds; a person with more asks the office. */
export const mostCopied = 500

/** A random alias for a person who is erased; it reveals nothing about them. */
export const newAlias = (): string => `erased-${randomUUID()}`

export const subjectOf = (openid: string, person: Person | null, now: Date): Subject => ({
  openid,
  now,
  callerIn: estateId =>
    toCaller(openid, person && { ...person, estateId, posts: [] }, person?.lang ?? 'zh-CN', now),
})

/** The steps of a timeline, the person's own under the alias and without a name. */
export const anonymiseSteps = <S extends { by: { openid: string; name: string } }>(
  steps: readonly S[],
  openid: string,
  alias: string,
): S[] =>
  steps.map(step =>
    step.by.openid === openid ? { ...step, by: { ...step.by, openid: alias, name: '' } } : step,
  )

/** Openids with the alias in the place of the person's. */
export const anonymiseIds = (openids: readonly string[], openid: string, alias: string): string[] =>
  openids.map(each => (each === openid ? alias : each))

/** Records that an erasure rewrites at once. */
export const erasedAtOnce = 100

/**
 * Works on all records of a query, portion by portion.
 * @param read reads the first `erasedAtOnce` records
 * @param erase takes these records out of the query; a record that changes meanwhile comes again
 */
export async function eachPortion<T>(
  read: () => Promise<T[]>,
  erase: (found: T[]) => Promise<unknown>,
): Promise<void> {
  for (let found = await read(); found.length > 0; found = await read()) await erase(found)
}
