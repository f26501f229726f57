import type { Post } from '../kernel/people'
import type { Words } from '../kernel/words'
import type { MessageKind } from '../services'

/**
 * The recipients of a message: people by openid (many are notified in the background), all holders of a post,
 * or all residents of a house.
 */
export type Audience = { openids: string[] } | { post: Post } | { house: string }

/**
 * The values of a message. `subject`: what it is about (WeChat takes 20 characters); `no`: the number of the
 * record, to quote on the phone; `state`: its state in at most five Chinese characters.
 */
export type MessageValues = { subject: Words; no: string; state: string } & Record<string, string | Words>

/** A message that a decision sends. */
export interface NewMessage {
  kind: MessageKind
  to: Audience
}

/** A message as it is stored in the outbox of the record whose change caused it; the courier delivers it. */
export interface OutboxMessage extends NewMessage {
  id: string
  at: string
  /** Openid of the person who caused it, who is not notified. */
  except: string
  values: MessageValues
  /** The page of the mini-program to open, with its query; null: none. */
  link: string | null
}

/** The fields of a record with an outbox, whose writes can be repeated. All instants ISO 8601 UTC. */
export interface OutboxRecord {
  _id: string
  estateId: string
  /** The version: a write succeeds only on the version that it was decided on. */
  rev: number
  /** The number of entries appended without a new version; absent where there is no log. */
  size?: number
  outbox: OutboxMessage[]
  /** The outbox has messages or an after-write to run: what the timer looks for. */
  outboxDue: boolean
  /** Its photos that have not passed WeChat's safety check yet; absent where it can have none. */
  unchecked?: string[]
  /** The last requests that changed the record, so that a repeated one is recognised. */
  marks: Mark[]
}

/**
 * A request that changed a record: its key (caller and requestId), the action, and a hash of action and
 * input.
 */
export interface Mark {
  key: string
  action: string
  input?: string
}

const marksKept = 20

/** The marks of a record with one more. */
export const withMark = (marks: readonly Mark[], mark: Mark): Mark[] => [...marks, mark].slice(-marksKept)

/** The next version of a record without messages, with the mark of the request. */
export const withoutMessages = <T extends OutboxRecord>(next: T, mark: Mark): T => ({
  ...next,
  rev: next.rev + 1,
  marks: withMark(next.marks, mark),
})

/** The next version of a record, with its messages in the outbox and the mark of the request. */
export function withMessages<T extends OutboxRecord>(
  next: T,
  notify: readonly NewMessage[],
  message: { at: Date; by: string; values: MessageValues; link: string | null },
  mark: Mark | null,
): T {
  const rev = next.rev + 1
  const messages = notify
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
