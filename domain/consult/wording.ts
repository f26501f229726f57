import { words, type Words } from '../kernel/words'
import { beginning, type StoredConsult } from './thread'

const houseNews = (title: ReturnType<typeof words>) => ({ title, purpose: 'houseNews' as const, body: words('{text}', '{text}') })

export const consultLetters = {
  asked: houseNews(words('住户咨询', 'A resident asks')),
  answered: houseNews(words('管家回复了您', 'Your butler has answered')),
  handedOver: houseNews(words('交接班留言', 'A word for the next shift')),
  waitsTooLong: houseNews(words('咨询超时未回复', 'A question waits too long')),
}
/** What a message without words is, in a message about it. */
export const wordless = { photo: words('[图片]', '[photo]'), repair: words('已转为报修', 'A repair was made of it'), complaint: words('已转为投诉', 'A complaint was made of it') }
export type ConsultLetter = keyof typeof consultLetters

/** A message in a line. */
export const inShort = ({ text, made }: Pick<StoredConsult, 'text' | 'made'>): Words => (text ? words(beginning(text), beginning(text)) : wordless[made?.kind ?? 'photo'])
