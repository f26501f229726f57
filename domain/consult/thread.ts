import type { Caller } from '../kernel/people'
import type { OutboxRecord } from '../notice/outbox'
import type { ConsultMessage, ConsultThread } from './contract'
import type { ConsultSettings } from './settings'

/** One message between a house and the desk; it carries its own news. All instants ISO 8601 UTC. */
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
  /** Pictures that WeChat has not passed yet: for their author and staff only. */
  unchecked: string[]
  handOver: boolean
  made: { kind: 'repair' | 'complaint'; id: string; no: string; of: string | null } | null
}

/** How a house's conversation stands. `_id` is the house. */
export interface Thread {
  _id: string
  estateId: string
  house: string
  lastKey: string
  lastText: string
  lastIs: ConsultThread['lastIs']
  lastAt: string
  /** What one shift has told the next; the desk's next answer takes it off. */
  handOver: string | null
  /** The desk's last word to the house or to the next shift, as a sort key; empty: none yet. */
  deskKey: string
  /** What the desk's list is sorted by: those that wait first, longest first; else null. */
  waitKey: string | null
  /** The message that waits. */
  waitsFor: string | null
  answerBy: string | null
  /** When the timer has to tell the manager; null: nothing waits, or it is told. */
  alarm: string | null
}

const maxLetters = 60
/** As much of a text as a line shows. */
export const beginning = (text: string): string =>
  text.length > maxLetters ? `${text.slice(0, maxLetters - 1)}…` : text

/** The thread after a message: a house's first unanswered one starts the clock, any word of the desk stops it. */
export function afterMessage(
  thread: Thread | null,
  message: StoredConsult,
  { answerMinutes }: ConsultSettings,
): Thread {
  const waits = message.side === 'house'
  const since = thread?.waitKey ?? null
  const running = waits && since === null
  const answerBy = new Date(Date.parse(message.at) + answerMinutes * 60_000).toISOString()
  const kept = {
    waitKey: since,
    waitsFor: thread?.waitsFor ?? null,
    answerBy: thread?.answerBy ?? null,
    alarm: thread?.alarm ?? null,
  }
  return {
    _id: message.houseId,
    estateId: message.estateId,
    house: message.house,
    lastKey: message.key,
    lastText: beginning(message.text),
    lastIs: message.text ? null : (message.made?.kind ?? 'photo'),
    lastAt: message.at,
    ...(waits
      ? { handOver: thread?.handOver ?? null, deskKey: thread?.deskKey ?? '' }
      : { handOver: null, deskKey: message.key }),
    ...(!waits
      ? { waitKey: null, waitsFor: null, answerBy: null, alarm: null }
      : running
        ? { waitKey: message.key, waitsFor: message._id, answerBy, alarm: answerBy }
        : kept),
  }
}

/** As the desk sees it; `forDesk` false: as the house does, without what one shift tells the next. */
export const viewThread = (thread: Thread, forDesk: boolean): ConsultThread => ({
  houseId: thread._id,
  house: thread.house,
  lastText: thread.lastText,
  lastIs: thread.lastIs,
  lastAt: thread.lastAt,
  handOver: forDesk ? thread.handOver : null,
  waitsSince: thread.waitKey?.slice(0, 24) ?? null,
  answerBy: thread.answerBy,
})

/** The desk speaks with one voice and a name; who of the household wrote is known to both. */
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
