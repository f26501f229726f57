import { words, type Words } from '../kernel/words'

const houseNews = (title: Words) => ({
  title,
  purpose: 'houseNews' as const,
  body: words('{text}', '{text}'),
})

export const consultMessages = {
  asked: houseNews(words('住户咨询', 'A resident has a question')),
  answered: houseNews(words('管家回复了您', 'Your butler has replied')),
  handedOver: houseNews(words('交接班留言', 'A note for the next shift')),
  waitsTooLong: houseNews(words('咨询超时未回复', 'The reply to a question is overdue')),
}
export type ConsultMessage = keyof typeof consultMessages
