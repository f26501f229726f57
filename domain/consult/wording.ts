import { words, type Words } from '../kernel/words'
import { beginning, type StoredConsult } from './thread'

/** What a message without words is, in a message about it. */
export const wordless = {
  photo: words('[图片]', '[photo]'),
  repair: words('已转为报修', 'A repair was made of it'),
  complaint: words('已转为投诉', 'A complaint was made of it'),
}

/** A message in a line. */
export const previewOf = ({ text, made }: Pick<StoredConsult, 'text' | 'made'>): Words =>
  text ? words(beginning(text), beginning(text)) : wordless[made?.kind ?? 'photo']
