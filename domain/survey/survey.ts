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

/** What people are asked. All instants ISO 8601 UTC. */
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
  /** Houses, or people, that may vote, counted when it was published. */
  of: number
  /** Who has voted, as keyed hashes, each with the request that did it: nobody without the environment's secret can tell who it was. */
  voted: { by: string; request: string }[]
  /** Votes added up: question → option → times. The single vote of an anonymous survey is kept nowhere (docs/decisions/secret-votes.md). */
  tally: Record<string, Record<string, number>>
  /** What was written: question → texts, each put in at a place of chance. */
  texts: Record<string, string[]>
  /** The single votes of one that is not anonymous. */
  ballots: { who: string; house: string | null; name: string; at: string; answers: Answer[] }[]
  /** Its notice is to knock on doors. */
  push: boolean
  by: string
  createdAt: string
}

/** As many votes as one record takes. */
export const maxVotes = 3000
