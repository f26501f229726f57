import { words, type Words } from '../kernel/words'
import type { PlaceState, Status } from './kinds'

/** At most five Chinese characters: a phrase of a subscribe message. */
export const statusWords: Record<Status, Words> = {
  draft: words('草稿', 'Draft'),
  open: words('报名中', 'Open for sign-up'),
  closed: words('报名已截止', 'Sign-up closed'),
  done: words('已结束', 'Over'),
  cancelled: words('已取消', 'Cancelled'),
}
export const placeWords: Record<PlaceState, Words> = {
  confirmed: words('已报名', 'Signed up'),
  held: words('名额待确认', 'Seat to confirm'),
  waiting: words('候补中', 'On the waiting list'),
}
