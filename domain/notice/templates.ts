import { localize, type Lang } from '../kernel/words'
import type { OutboxMessage } from './outbox'
import { messageText, renderMessage } from './render-message'

type Values = Record<string, { value: string }>

/** WeChat refuses a longer value (47003); docs/platform.md, "Value types". */
const cut = (text: string, most: number): string =>
  [...text].length <= most ? text : [...text].slice(0, most - 1).join('') + '…'

/**
 * The values of a subscribe message. Every purpose has a template of the same form: number, subject, state,
 * time, and what happened (docs/decisions/one-form-of-template.md). The time is in UTC+8, WeChat's own zone.
 */
export const templateData = ({ kind, values, at }: OutboxMessage, lang: Lang): Values => ({
  character_string1: { value: values.no.replace(/[^\x20-\x7e]/g, '').slice(0, 32) || '-' },
  thing2: { value: cut(values.subject[lang], 20) },
  // A phrase takes at most five Chinese characters and nothing else, in every language.
  phrase3: { value: values.state },
  time4: { value: wallTime(at) },
  thing5: {
    value: cut(
      messageText(kind).body
        ? renderMessage(kind, values, lang).body
        : localize(messageText(kind).title, lang),
      20,
    ),
  },
})

const wallTime = (at: string): string => {
  const [date = '', time = ''] = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().split('T')
  const [year, month, day] = date.split('-').map(Number)
  return `${String(year)}年${String(month)}月${String(day)}日 ${time.slice(0, 5)}`
}
