import { words, type Words } from '../kernel/words'
import type { PlaceState, Status } from './kinds'
import type { Outcome } from './seats'

/** At most five Chinese characters: a phrase of a subscribe message. */
export const statusWords: Record<Status, Words> = {
  draft: words('草稿', 'Draft'), open: words('报名中', 'Open for sign-up'), closed: words('报名已截止', 'Sign-up is over'), done: words('已结束', 'Over'), cancelled: words('已取消', 'Cancelled'),
}
export const placeWords: Record<PlaceState, Words> = { confirmed: words('已报名', 'Signed up'), held: words('名额待确认', 'A seat is held'), waiting: words('候补中', 'Waiting list') }

/** Why something about a seat did not count. */
export const outcomeWords: Record<Exclude<Outcome, 'done'>, Words> = {
  already: words('您已经报名', 'You have signed up already'), over: words('报名已截止', 'Sign-up is over'), houseFull: words('您家的名额已用完', 'Your house has all its places'),
  notIn: words('没有报名记录', 'Not signed up'), noHold: words('没有为您保留的名额', 'No seat is held for you'), holdOver: words('保留时间已过', 'The seat is no longer held'),
  unseated: words('还在候补，没有名额', 'Still on the waiting list'), twice: words('已经登记过了', 'Done already'),
}

const eventNews = (title: Words, body: Words) => ({ title, body, purpose: 'eventNews' as const })
const subject = words('{subject}', '{subject}')
const whenAndWhere = words('{subject}：{when}，{where}', '{subject}: {when}, {where}')

export const eventLetters = {
  announced: eventNews(subject, words('{text}', '{text}')),
  changed: eventNews(words('活动有变动', 'An event has changed'), whenAndWhere),
  cancelled: eventNews(words('活动已取消', 'An event is cancelled'), words('{subject}：{reason}', '{subject}: {reason}')),
  held: eventNews(words('有名额了，请尽快确认', 'A seat is free: please confirm it'), words('{subject}：为您保留到 {until}', '{subject}: held for you until {until}')),
  lapsed: eventNews(words('保留的名额已过期', 'The seat is no longer held for you'), subject),
  dayBefore: eventNews(words('活动明天开始', 'An event begins tomorrow'), whenAndWhere),
  hourBefore: eventNews(words('活动一小时后开始', 'An event begins in an hour'), whenAndWhere),
  afterwards: eventNews(words('活动怎么样？请评个分', 'How was it? Please rate it'), subject),
}
export type EventLetter = keyof typeof eventLetters
