import { localize, words, type Lang } from '../kernel/words'
import type { MessageText } from '../messages'
import { messages } from '../services'
import type { MessageValues } from './outbox'

/** As stored kinds find them: a record can hold one that is no longer known. */
const texts: Readonly<Record<string, Readonly<Record<string, MessageText>>>> = messages
const plain: MessageText = { title: words('新消息', 'A message') }

/** The text of a kind; one that is no longer known reads as a plain message. */
export function messageText(kind: string): MessageText {
  const [service = '', name = ''] = kind.split('.')
  const table = Object.hasOwn(texts, service) ? texts[service] : undefined
  return (table && Object.hasOwn(table, name) ? table[name] : undefined) ?? plain
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
