import type { Post } from '../kernel/people'
import type { Words } from '../kernel/words'
import type { MessageKind } from '../services'

/** To whom a message goes: named people (many of them are told in the background), everybody who holds a post in the estate, or everybody who lives in a house. */
export type Audience = { openids: string[] } | { post: Post } | { house: string }

/**
 * What a message says beside its kind. `subject` is what it is about (20 characters reach WeChat), `no` what
 * people call the record on the phone, `state` the state in at most five Chinese characters.
 */
export type MessageValues = { subject: Words; no: string; state: string } & Record<string, string | Words>

/** What a decision has to tell. */
export interface NewMessage {
  kind: MessageKind
  to: Audience
}

/** A message that rides in the write that causes it; the courier carries it. */
export interface OutboxMessage extends NewMessage {
  id: string
  at: string
  /** Whoever did it need not be told. */
  except: string
  values: MessageValues
  /** The page of the mini-program that it leads to, with its query; null: nothing to open. */
  link: string | null
}

/** What a record needs so that messages can ride on it and a write can be sent again. All instants ISO 8601 UTC. */
export interface OutboxRecord {
  _id: string
  estateId: string
  /** Counts the changes: a write holds only against the version it was decided on. */
  rev: number
  /** Counts what was appended to it without a new version; absent where nothing ever is. */
  size?: number
  outbox: OutboxMessage[]
  /** Something waits in the outbox: what the courier's sweep looks for. */
  outboxDue: boolean
  /** Its photos that WeChat has not passed yet; absent where it can have none. */
  unchecked?: string[]
  /** The last writes that this record took, so that one sent again is recognised. */
  marks: Mark[]
}

/** A request that a record has taken: who sent it under which id, which action, and what stands for action and input. */
export interface Mark {
  key: string
  action: string
  input?: string
}

const marksKept = 20

/** The marks of a record with one more. */
export const withMark = (marks: readonly Mark[], mark: Mark): Mark[] => [...marks, mark].slice(-marksKept)

/** The next version of a record that has nothing to tell, with the mark of the request. */
export const withoutMessages = <T extends OutboxRecord>(next: T, mark: Mark): T => ({
  ...next,
  rev: next.rev + 1,
  marks: withMark(next.marks, mark),
})

/** Puts news and the mark of the request on the next version of a record. */
export function withMessages<T extends OutboxRecord>(
  next: T,
  news: readonly NewMessage[],
  message: { at: Date; by: string; values: MessageValues; link: string | null },
  mark: Mark | null,
): T {
  const rev = next.rev + 1
  const messages = news
    .filter(({ to }) => !('openids' in to) || to.openids.length > 0)
    .map(({ kind, to }, n): OutboxMessage => ({
      id: `${next._id.slice(0, 24)}-${String(rev)}-${String(n)}`,
      at: message.at.toISOString(),
      kind,
      to,
      except: message.by,
      values: message.values,
      link: message.link,
    }))
  return {
    ...next,
    rev,
    outbox: [...next.outbox, ...messages],
    outboxDue: next.outboxDue || messages.length > 0,
    marks: mark ? withMark(next.marks, mark) : next.marks,
  }
}
