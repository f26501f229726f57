import { Refusal } from '../kernel/failure'
import { words, type Lang, type Words } from '../kernel/words'
import type { PushProgress } from './contract'
import type { FailReason, PushStage, RowState } from './kinds'
import type { OutboxMessage } from './outbox'

/** Who is told: everybody of these groups, or these people. */
export type Target = { groups: string[] } | { openids: string[] }

/**
 * A message to many people as a job that many small portions work off (docs/decisions/push.md). All instants ISO 8601 UTC.
 * `_id` is the id of its message, so that starting it twice is starting it once.
 */
export interface Push {
  _id: string
  estateId: string
  at: string
  key: string
  title: Words
  message: OutboxMessage
  target: Target
  /** Puts the message into each one's inbox too; a notice stands in all of them already. */
  personal: boolean
  /** Leaves those out who have read this notice; null: nobody. */
  unreadOf: string | null
  stage: PushStage
  /** How far the listing is: which slice of the target, and after whom in it. */
  slice: number
  after: string
  counts: { total: number; sent: number; refused: number; failed: number }
  /** A portion is being worked on until then at the latest: another one waits, though it would do no harm. */
  busyUntil: string
  /** When there is something to do next: what the timer looks for; null: nothing. */
  due: string | null
}

/** One person's message of a push. `_id` is push and person: there cannot be two. */
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
  /** Taken: by which portion, and since when. */
  token: string | null
  takenAt: string | null
}

/** The same people are told of the same thing again after so many minutes at the earliest; ours: each push takes one of the few messages that they have agreed to, and says what they have just heard. */
export const minutesBetweenPushes = 60

/** @throws Refusal TOO_MANY with the seconds that are left */
export function refuseRepeatedPush(pushedAt: string | null | undefined, now: Date): void {
  const free = pushedAt ? Date.parse(pushedAt) + minutesBetweenPushes * 60_000 : 0
  if (free <= now.getTime()) return
  throw new Refusal('TOO_MANY', {
    words: words(
      '刚刚已经推送过，同一件事一小时内只推送一次',
      'They have just been told; the same is sent once an hour at most',
    ),
    retryAfter: Math.ceil((free - now.getTime()) / 1000),
  })
}

/** So many addresses are asked for at once: the database merges no more of them in order. */
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
