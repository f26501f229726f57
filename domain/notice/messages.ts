import { accountMessages } from '../account/messages'
import { complaintMessages } from '../complaint/messages'
import { consultMessages } from '../consult/messages'
import { eventMessages } from '../event/messages'
import { localize, words, type Lang, type Words } from '../kernel/words'
import { parkingMessages } from '../parking/messages'
import { repairMessages } from '../repair/messages'
import { surveyMessages } from '../survey/messages'
import { visitorMessages } from '../visitor/messages'
import type { MessageValues } from './outbox'
import { noticeMessages } from './wording'
import type { Purpose } from './purposes'

/** How one kind of message reads; `{name}` holes are filled from the message's values. */
export interface MessageText {
  title: Words
  /** Absent: what it is about, and its number. */
  body?: Words
  /** For which consent it may also knock on the door; absent: it stays in the inbox. */
  purpose?: Purpose
  /** Knocks in quiet hours too. */
  urgent?: boolean
}

/** Every message there is. Its kind is `<service>.<name>`. */
const messages = {
  account: accountMessages,
  repair: repairMessages,
  visitor: visitorMessages,
  complaint: complaintMessages,
  parking: parkingMessages,
  consult: consultMessages,
  notice: noticeMessages,
  event: eventMessages,
  survey: surveyMessages,
}

type Messages = typeof messages
export type MessageKind = {
  [S in keyof Messages]: `${S & string}.${keyof Messages[S] & string}`
}[keyof Messages]

const plain: MessageText = { title: words('新消息', 'A message') }

/** The text of a kind; one that is no longer known reads as a plain message. */
export function messageText(kind: string): MessageText {
  const [service = '', name = ''] = kind.split('.')
  const table = Object.hasOwn(messages, service)
    ? (messages[service as keyof Messages] as Record<string, MessageText>)
    : {}
  return Object.hasOwn(table, name) ? (table[name] ?? plain) : plain
}

/** A message as a person reads it in the inbox. */
export function renderMessage(
  kind: string,
  values: MessageValues,
  lang: Lang,
): { title: string; body: string } {
  const { title, body } = messageText(kind)
  const spoken = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : value[lang]]),
  )
  return {
    title: localize(title, lang, spoken),
    body: body ? localize(body, lang, spoken) : [spoken.subject, spoken.no].filter(Boolean).join(' · '),
  }
}
