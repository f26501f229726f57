import type { Caller } from '../kernel/people'
import type { OutboxRecord } from '../notice/outbox'
import type { ConsultMessage, ConsultThread } from './contract'
import type { ConsultSettings } from './settings'

/** One message between a house and the desk, with its own outbox. All instants ISO 8601 UTC. */
export interface StoredConsult extends OutboxRecord {
  houseId: string
  house: string
  key: string
  at: string
  by: string
  name: string
  side: 'house' | 'desk'
  text: string
  photos: string[]
  /** Pictures that have not passed WeChat's safety check yet: only their author and staff see them. */
  unchecked: string[]
  handOver: boolean
  made: { kind: 'repair' | 'complaint'; id: string; no: string; of: string | null } | null
}

/** The state of a house's conversation. `_id` is the house. */
export interface Thread {
  _id: string
  estateId: string
  house: string
  lastKey: string
  lastText: string
  lastIs: ConsultThread['lastIs']
  lastAt: string
  /** A note of one shift to the next; the desk's next answer removes it. */
  handOver: string | null
  /** Sort key of the desk's last message to the house or the next shift; empty: none yet. */
  deskKey: string
  /** Sort key of the desk's list while the house waits for an answer; null: it does not. */
  waitKey: string | null
  /** The message that waits. */
  waitsFor: string | null
  answerBy: string | null
  /** When the timer has to notify the manager; null: nothing waits, or the manager is notified. */
  alarm: string | null
}

const maxLetters = 60
/** The start of a text, as much as one line shows. */
export const beginning = (text: string): string =>
  text.length > maxLetters ? `${text.slice(0, maxLetters - 1)}…` : text

type Waiting = Pick<Thread, 'waitKey' | 'waitsFor' | 'answerBy' | 'alarm'>
const notWaiting: Waiting = { waitKey: null, waitsFor: null, answerBy: null, alarm: null }

/** A house's first message without an answer starts the clock; every message of the desk stops it. */
function waitingAfter(before: Waiting, message: StoredConsult, { answerMinutes }: ConsultSettings): Waiting {
  if (message.side === 'desk') return notWaiting
  if (before.waitKey !== null) return before
  const answerBy = new Date(Date.parse(message.at) + answerMinutes * 60_000).toISOString()
  return { waitKey: message.key, waitsFor: message._id, answerBy, alarm: answerBy }
}

/** The thread after a message. */
export function afterMessage(
  thread: Thread | null,
  message: StoredConsult,
  settings: ConsultSettings,
): Thread {
  const { waitKey, waitsFor, answerBy, alarm, handOver, deskKey } = thread ?? {
    ...notWaiting,
    handOver: null,
    deskKey: '',
  }
  return {
    _id: message.houseId,
    estateId: message.estateId,
    house: message.house,
    lastKey: message.key,
    lastText: beginning(message.text),
    lastIs: message.text ? null : (message.made?.kind ?? 'photo'),
    lastAt: message.at,
    ...(message.side === 'house' ? { handOver, deskKey } : { handOver: null, deskKey: message.key }),
    ...waitingAfter({ waitKey, waitsFor, answerBy, alarm }, message, settings),
  }
}

/** The thread as the desk sees it. */
export const viewThread = (thread: Thread): ConsultThread => ({
  houseId: thread._id,
  house: thread.house,
  lastText: thread.lastText,
  lastIs: thread.lastIs,
  lastAt: thread.lastAt,
  handOver: thread.handOver,
  waitsSince: thread.waitKey?.slice(0, 24) ?? null,
  answerBy: thread.answerBy,
})

/**
 * The thread as a member of the house sees it: without the note for the next shift, and without what was
 * said before they joined (`since`, ISO 8601 UTC). Null: nothing was said since.
 */
export function viewThreadSince(thread: Thread, since: string): ConsultThread | null {
  if (thread.lastKey < since) return null
  const waits = thread.waitKey !== null && thread.waitKey >= since
  return {
    ...viewThread(thread),
    handOver: null,
    ...(waits ? {} : { waitsSince: null, answerBy: null }),
  }
}

/** A message as house and desk see it: with the name of its author, on either side. */
export const viewMessage = (message: StoredConsult, caller: Caller): ConsultMessage => ({
  id: message._id,
  at: message.at,
  side: message.side,
  name: message.name,
  mine: message.by === caller.openid,
  text: message.text,
  handOver: message.handOver,
  made: message.made,
  photos: message.photos.filter(
    photo => !message.unchecked.includes(photo) || message.by === caller.openid || caller.posts.length > 0,
  ),
})
