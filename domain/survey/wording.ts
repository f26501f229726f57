import { words, type Words } from '../kernel/words'
import type { Status } from './kinds'

/** At most five Chinese characters: a phrase of a subscribe message. */
export const statusWords: Record<Status, Words> = {
  open: words('进行中', 'Open'),
  over: words('已结束', 'Over'),
  cancelled: words('已取消', 'Cancelled'),
}
