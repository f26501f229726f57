import type { Post } from '../kernel/people'
import type { Words } from '../kernel/words'
import type { LetterKind } from './letters'

/** To whom a message goes: named people (many of them are told in the background), everybody who holds a post in the estate, or everybody who lives in a house. */
export type Audience = { openids: string[] } | { post: Post } | { house: string }

/**
 * What a message says beside its kind. `subject` is what it is about (20 characters reach WeChat), `no` what
 * people call the record on the phone, `state` the state in at most five Chinese characters.
 */
export type LetterValues = { subject: Words; no: string; state: string } & Record<string, string | Words>

/** What a decision has to tell. */
export interface News {
  kind: LetterKind
  to: Audience
}

/** A message that rides in the write that causes it; the courier carries it. */
export interface Letter extends News {
  id: string
  at: string
  /** Whoever did it need not be told. */
  except: string
  values: LetterValues
  /** The page of the mini-program that it leads to, with its query; null: nothing to open. */
  link: string | null
}

/** What a record needs so that messages can ride on it and a write can be sent again. All instants ISO 8601 UTC. */
export interface Carrier {
  _id: string
  estateId: string
  /** Counts the changes: a write holds only against the version it was decided on. */
  rev: number
  /** Counts what was appended to it without a new version; absent where nothing ever is. */
  size?: number
  outbox: Letter[]
  /** Something waits in the outbox: what the courier's sweep looks for. */
  outboxDue: boolean
  /** The last writes that this record took, so that one sent again is recognised. */
  marks: Mark[]
}

export interface Mark {
  key: string
  action: string
}

const marksKept = 20

/** The marks of a record with one more. */
export const marked = (marks: readonly Mark[], mark: Mark): Mark[] => [...marks, mark].slice(-marksKept)

/** Puts news and the mark of the request on the next version of a record. */
export function carrying<T extends Carrier>(
  next: T,
  news: readonly News[],
  letter: { at: Date; by: string; values: LetterValues; link: string | null },
  mark: Mark | null,
): T {
  const rev = next.rev + 1
  const letters = news
    .filter(({ to }) => !('openids' in to) || to.openids.length > 0)
    .map(({ kind, to }, n): Letter => ({
      id: `${next._id.slice(0, 24)}-${String(rev)}-${String(n)}`,
      at: letter.at.toISOString(),
      kind,
      to,
      except: letter.by,
      values: letter.values,
      link: letter.link,
    }))
  return {
    ...next,
    rev,
    outbox: [...next.outbox, ...letters],
    outboxDue: next.outboxDue || letters.length > 0,
    marks: mark ? marked(next.marks, mark) : next.marks,
  }
}
