import { Refusal } from './failure'
import { hasPost, type Caller } from './people'
import { words, type Words } from './words'

/**
 * Bounds per person, so that one person cannot use up what all need. Ours, several times what a busy
 * household does; an estate sets its own.
 */
export const defaultLimits = {
  repairsPerHour: 20,
  complaintsPerHour: 10,
  /** Messages to the desk, and applications for a vehicle. */
  messagesPerHour: 60,
  passesPerDay: 100,
  signUpsPerEvent: 10,
  /** Files that writes attach. */
  uploadsPerHour: 100,
}
export type Limits = typeof defaultLimits
export type LimitName = keyof Limits
/** The limits that a stretch of time bounds; sign-ups are counted by the event's log. */
export type TimedLimit = Exclude<LimitName, 'signUpsPerEvent'>

/** The highest value that an estate can set. */
export const highestLimit = 10_000

/**
 * Bound for staff at work, whatever the estate has set: one every two seconds for an hour. Ours, far above a
 * day's work, and so only a program meets it.
 */
const staffMost = 2_000

/** The most that a caller may do; the committee's post is no work at the desk or at a gate. */
export const mostFor = (caller: Caller, limits: Limits, name: LimitName): number =>
  hasPost(caller, 'butler', 'guard', 'manager', 'technician')
    ? Math.max(staffMost, limits[name])
    : limits[name]

const hour = 3_600_000
/** How long a counted use counts, in milliseconds. */
const spans: Record<TimedLimit, number> = {
  repairsPerHour: hour,
  complaintsPerHour: hour,
  messagesPerHour: hour,
  passesPerDay: 24 * hour,
  uploadsPerHour: hour,
}

/** What is counted together: it begins with the first use after the one before has ended. */
export interface Span {
  /** ISO 8601 UTC. */
  from: string
  count: number
}

/** The uses of one person in one estate, and the last requests that were counted. */
export type Book = { [L in TimedLimit]?: Span } & { keys?: string[] }

/** The span that still runs; null: the next use begins one. */
export function runningSpan(book: Book, name: TimedLimit, now: Date): Span | null {
  const span = book[name]
  if (span === undefined) return null
  const age = now.getTime() - Date.parse(span.from)
  // After the clock was set back a span would run for long: its age counts in both directions.
  return Math.abs(age) < spans[name] ? span : null
}

/** Seconds until the span ends, at least 1. */
export const secondsLeft = (span: Span | null, name: TimedLimit, now: Date): number =>
  Math.max(1, Math.ceil((Date.parse(span?.from ?? now.toISOString()) + spans[name] - now.getTime()) / 1000))

/** What is limited, for a line of the workbench. */
export const limitWords: Record<LimitName, Words> = {
  repairsPerHour: words('报修', 'Repairs'),
  complaintsPerHour: words('投诉', 'Complaints'),
  messagesPerHour: words('留言与申请', 'Messages and applications'),
  passesPerDay: words('访客通行证', 'Visitor passes'),
  signUpsPerEvent: words('活动报名', 'Event sign-ups'),
  uploadsPerHour: words('图片与录音', 'Photos and recordings'),
}

const refusalWords: Record<LimitName, Words> = {
  repairsPerHour: words('一小时内最多提交 {most} 次报修', 'You can report at most {most} repairs an hour'),
  complaintsPerHour: words(
    '一小时内最多提交 {most} 次投诉',
    'You can submit at most {most} complaints an hour',
  ),
  messagesPerHour: words(
    '一小时内最多发送 {most} 条留言或申请',
    'You can send at most {most} messages or applications an hour',
  ),
  passesPerDay: words('一天内最多开 {most} 张通行证', 'You can issue at most {most} passes a day'),
  signUpsPerEvent: words(
    '同一活动最多报名 {most} 次，如需帮助请联系管家',
    'You can sign up for one event at most {most} times. Your butler can help.',
  ),
  uploadsPerHour: words(
    '一小时内最多上传 {most} 个图片或录音',
    'You can upload at most {most} photos or recordings an hour',
  ),
}

/**
 * TOO_MANY with the reason.
 * @param retryAfter seconds until the limit no longer applies
 */
export const tooMany = (name: LimitName, most: number, retryAfter: number): Refusal =>
  new Refusal('TOO_MANY', { words: refusalWords[name], values: { most }, retryAfter })
