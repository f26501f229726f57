import type { Words } from '../kernel/words'
import type { AudienceKind } from '../notice/kinds'
import type { OutboxRecord } from '../notice/outbox'
import type { Answer } from './contract'
import type { QuestionKind, Voters, VoteUnit } from './kinds'

export interface Question {
  kind: QuestionKind
  text: Words
  options: Words[]
  required: boolean
}

/** A survey as the database keeps it. All instants ISO 8601 UTC. */
export interface Survey extends OutboxRecord {
  key: string
  /** Sort key of its end. */
  endKey: string
  no: string
  title: Words
  body: Words
  endsAt: string
  cancelled: boolean
  audience: { kind: AudienceKind; ids: string[] }
  groups: string[]
  unit: VoteUnit
  voters: Voters
  anonymous: boolean
  questions: Question[]
  /** The number of houses or people that may vote, counted when it was published. */
  of: number
  /**
   * Who has voted, as keyed hashes, each with its request: without the environment's secret nobody can know
   * who it was.
   */
  voted: { by: string; request: string }[]
  /**
   * Votes added up: question → option → times. The single vote of an anonymous survey is kept nowhere
   * (docs/decisions/secret-votes.md).
   */
  tally: Record<string, Record<string, number>>
  /** Free texts: question → texts, each inserted at a random position. */
  texts: Record<string, string[]>
  /** The single votes of a survey that is not anonymous. */
  ballots: { who: string; house: string | null; name: string; at: string; answers: Answer[] }[]
  /** Bytes that its votes take, about. */
  weight: number
  /** Its notice also goes out as WeChat notifications. */
  push: boolean
  by: string
  createdAt: string
}

/**
 * Bytes of votes that one record holds: a reply with all texts stays below WeChat's 6 MB. Some 30,000 votes
 * without texts, or 3,000 with a long text each.
 */
export const maxWeight = 5_000_000
