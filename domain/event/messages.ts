import { words, type Words } from '../kernel/words'

const eventNews = (title: Words, body: Words) => ({ title, body, purpose: 'eventNews' as const })
const subject = words('{subject}', '{subject}')
const whenAndWhere = words('{subject}：{when}，{where}', '{subject}: {when}, {where}')

export const eventMessages = {
  announced: eventNews(subject, words('{text}', '{text}')),
  changed: eventNews(words('活动有变动', 'An event has changed'), whenAndWhere),
  cancelled: eventNews(
    words('活动已取消', 'An event has been cancelled'),
    words('{subject}：{reason}', '{subject}: {reason}'),
  ),
  held: eventNews(
    words('有名额了，请尽快确认', 'A seat is available. Please confirm it soon.'),
    words('{subject}：为您保留到 {until}', '{subject}: held for you until {until}'),
  ),
  lapsed: eventNews(words('保留的名额已过期', 'The seat is no longer held for you'), subject),
  dayBefore: eventNews(words('活动明天开始', 'Your event starts tomorrow'), whenAndWhere),
  hourBefore: eventNews(words('活动一小时后开始', 'Your event starts in an hour'), whenAndWhere),
  afterwards: eventNews(words('活动怎么样？请评个分', 'How was the event? Please rate it.'), subject),
}
export type EventMessage = keyof typeof eventMessages
