import { accountLetters } from '../account/letters'
import { complaintLetters } from '../complaint/letters'
import { consultLetters } from '../consult/letters'
import { eventLetters } from '../event/letters'
import { say, words, type Lang, type Words } from '../kernel/words'
import { parkingLetters } from '../parking/letters'
import { repairLetters } from '../repair/letters'
import { surveyLetters } from '../survey/letters'
import { visitorLetters } from '../visitor/letters'
import type { LetterValues } from './letter'
import { noticeLetters } from './wording'
import type { Purpose } from './purposes'

/** How one kind of message reads; `{name}` holes are filled from the message's values. */
export interface LetterText {
  title: Words
  /** Absent: what it is about, and its number. */
  body?: Words
  /** For which consent it may also knock on the door; absent: it stays in the inbox. */
  purpose?: Purpose
  /** Knocks in quiet hours too. */
  urgent?: boolean
}

/** Every message there is. Its kind is `<service>.<name>`. */
const letters = {
  account: accountLetters,
  repair: repairLetters,
  visitor: visitorLetters,
  complaint: complaintLetters,
  parking: parkingLetters,
  consult: consultLetters,
  notice: noticeLetters,
  event: eventLetters,
  survey: surveyLetters,
}

type Letters = typeof letters
export type LetterKind = { [S in keyof Letters]: `${S & string}.${keyof Letters[S] & string}` }[keyof Letters]

const plain: LetterText = { title: words('新消息', 'A message') }

/** The text of a kind; one that is no longer known reads as a plain message. */
export function letterText(kind: string): LetterText {
  const [service = '', name = ''] = kind.split('.')
  const table = Object.hasOwn(letters, service)
    ? (letters[service as keyof Letters] as Record<string, LetterText>)
    : {}
  return Object.hasOwn(table, name) ? (table[name] ?? plain) : plain
}

/** A message as a person reads it in the inbox. */
export function readLetter(kind: string, values: LetterValues, lang: Lang): { title: string; body: string } {
  const { title, body } = letterText(kind)
  const spoken = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : value[lang]]),
  )
  return {
    title: say(title, lang, spoken),
    body: body ? say(body, lang, spoken) : [spoken.subject, spoken.no].filter(Boolean).join(' · '),
  }
}
