import type { Words } from './kernel/words'
import type { Purpose } from './notice/purposes'

/** How one kind of message reads; `{name}` holes are filled from the message's values. */
export interface MessageText {
  title: Words
  /** Absent: what it is about, and its number. */
  body?: Words
  /** The consent that lets it go out as a WeChat notification too; absent: it stays in the inbox. */
  purpose?: Purpose
  /** Goes out in quiet hours too. */
  urgent?: boolean
}
