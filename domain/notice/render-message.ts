import { localize, words, type Lang } from '../kernel/words'
import type { MessageText } from '../messages'
import { messages } from '../services'
import type { MessageValues } from './outbox'

/** By stored kind: a record can hold a kind that no longer exists. */
const texts: Readonly<Record<string, Readonly<Record<string, MessageText>>>> = messages
const plain: MessageText = { title: words('新消息', 'New message') }

/** The text of a kind; a kind that no longer exists gets a plain text. */
export function messageText(kind: string): MessageText {
  const [service = '', name = ''] = kind.split('.')
  const table = Object.hasOwn(texts, service) ? texts[service] : undefined
  return (table && Object.hasOwn(table, name) ? table[name] : undefined) ?? plain
}

/** A message as the inbox shows it. */
export function renderMessage(
  kind: string,
  values: MessageValues,
  lang: Lang,
): { title: string; body: string } {
  const { title, body } = messageText(kind)
  const localized = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : value[lang]]),
  )
  return {
    title: localize(title, lang, localized),
    body: body
      ? localize(body, lang, localized)
      : [localized.subject, localized.no].filter(Boolean).join(' · '),
  }
}
