import { Refusal } from '../kernel/failure'
import { words, type Lang, type Words } from '../kernel/words'
import type { PushProgress } from './contract'
import type { FailReason, PushStage, RowState } from './kinds'
import type { OutboxMessage } from './outbox'

/** The recipients of a push: all members of groups, or people by openid. */
export type Target = { groups: string[] } | { openids: string[] }

/**
 * A message to many people as a job that is done in many small portions (docs/decisions/push.md). All
 * instants ISO 8601 UTC. `_id` is the id of its message, which makes starting it idempotent.
 */
export interface Push {
  _id: string
  estateId: string
  at: string
  key: string
  title: Words
  message: OutboxMessage
  target: Target
  /** Also puts the message into each inbox; a notice is in all of them already. */
  personal: boolean
  /** The id of a notice: leaves out those who have read it; null: leaves out nobody. */
  unreadOf: string | null
  stage: PushStage
  /** The progress of the listing: the slice of the target, and the last person in it. */
  slice: number
  after: string
  counts: { total: number; sent: number; refused: number; failed: number }
  /** A portion runs until then at the latest, and another one waits; two at once would be idempotent. */
  busyUntil: string
  /** When there is something to do next, for the timer; null: never. */
  due: string | null
}

/** One person's message of a push. `_id` is push and person, so there cannot be two. */
export interface PushRow {
  _id: string
  estateId: string
  pushId: string
  openid: string
  at: string
  state: RowState
  reason: FailReason | null
  /** Waiting: when it may be sent. */
  dueAt: string | null
  /** Taken: the portion that sends it, and since when. */
  token: string | null
  takenAt: string | null
}

/**
 * Minutes between two pushes about the same thing; ours: each push uses up one of the few messages that a
 * user has allowed.
 */
export const minutesBetweenPushes = 60

/** @throws Refusal TOO_MANY with the seconds that are left */
export function refuseRepeatedPush(pushedAt: string | null | undefined, now: Date): void {
  const free = pushedAt ? Date.parse(pushedAt) + minutesBetweenPushes * 60_000 : 0
  if (free <= now.getTime()) return
  throw new Refusal('TOO_MANY', {
    words: words(
      '刚刚已经推送过，同一件事一小时内只推送一次',
      'This was pushed just now. The same push can be sent once an hour at most.',
    ),
    retryAfter: Math.ceil((free - now.getTime()) / 1000),
  })
}

/** The addresses of one query: the database merges no more of them in order. */
export const addressesAtOnce = 100

/** The pieces in which the target is listed. */
export function slicesOf(target: Target): string[][] {
  const all = 'groups' in target ? target.groups : target.openids
  return Array.from({ length: Math.ceil(all.length / addressesAtOnce) }, (_, n) =>
    all.slice(n * addressesAtOnce, (n + 1) * addressesAtOnce),
  )
}

export function viewPush({ _id, title, at, stage, counts, due }: Push, lang: Lang, now: Date): PushProgress {
  const { total, sent, refused, failed } = counts
  return {
    pushId: _id,
    title: title[lang],
    at,
    stage,
    total,
    sent,
    refused,
    failed,
    left: Math.max(0, total - sent - refused - failed),
    done: stage === 'done',
    dueAt: due !== null && due > now.toISOString() ? due : null,
  }
}
