import { words, type Words } from '../kernel/words'
import { beginning, type StoredConsult } from './thread'

/** Stands for a message without text. */
export const wordless = {
  photo: words('[图片]', '[photo]'),
  repair: words('已转为报修', 'Filed as a repair request'),
  complaint: words('已转为投诉', 'Filed as a complaint'),
}

/** A message in one line. */
export const previewOf = ({ text, made }: Pick<StoredConsult, 'text' | 'made'>): Words =>
  text ? words(beginning(text), beginning(text)) : wordless[made?.kind ?? 'photo']
