import type { Lang } from '../kernel/words'
import { say } from '../kernel/words'
import type { Order, Outgoing } from '../repair/order'
import { messageWords, statusWords } from '../repair/wording'

/** The purposes for which a person can allow a subscribe message. */
export const purposes = ['repairProgress'] as const
export type Purpose = (typeof purposes)[number]

/** WeChat's ids of the templates as this mini-program registered them. */
const ids: Record<Purpose, string> = { repairProgress: 'repair-progress' }
export const templateId = (purpose: Purpose): string => ids[purpose]
export const templateIds = (): Record<string, string> => ({ ...ids })

/** WeChat refuses a longer value (47003); platform.md, "Value types". */
const cut = (text: string, most: number): string => ([...text].length <= most ? text : [...text].slice(0, most - 1).join('') + '…')

type Values = Record<string, { value: string }>

/** The values of the template `repair-progress`; the time in UTC+8, WeChat's own zone for readers without one. */
export const repairProgress = (order: Order, outgoing: Outgoing, category: string, lang: Lang): Values => ({
  character_string1: { value: order.no },
  thing2: { value: cut(category, 20) },
  // A phrase takes five Chinese characters and nothing else, in every language.
  phrase3: { value: statusWords[order.status]['zh-CN'] },
  time4: { value: wallTime(outgoing.at) },
  thing5: { value: cut(say(messageWords[outgoing.kind], lang), 20) },
})

const wallTime = (at: string): string => {
  const [date = '', time = ''] = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().split('T')
  const [year, month, day] = date.split('-').map(Number)
  return `${String(year)}年${String(month)}月${String(day)}日 ${time.slice(0, 5)}`
}
