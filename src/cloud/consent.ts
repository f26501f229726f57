import Taro from '@tarojs/taro'
import { cloud } from './client'
import { keep, recall } from './keep'
import { session } from './session'
import { createStore } from './store'

type Answer = 'accept' | 'reject' | 'ban' | 'filter'
const answers: readonly string[] = ['accept', 'reject', 'ban', 'filter']

/** Browser only: the templates that a person is being asked about, by the sheet that stands in for WeChat's dialogue. */
export const asked = createStore<string[] | null>(null)

function record(results: Record<string, Answer>): void {
  // Its loss costs one message, so nobody is troubled with it.
  if (Object.keys(results).length) cloud.notice.consent({ results }).catch(() => undefined)
}

/**
 * Asks whether messages may be sent about what the person is doing. WeChat allows the question only
 * within a tap, so this is called first thing in one and never waited for: what was tapped goes on meanwhile.
 */
export function askConsent(...purposes: string[]): void {
  const templates = session.get()?.templates ?? {}
  const ids = purposes.map(purpose => templates[purpose]).filter((id): id is string => Boolean(id))
  if (!ids.length) return
  if (process.env.TARO_ENV === 'h5') {
    const before = recall<Answer>(`consent.${ids.join()}`)
    if (before) record(Object.fromEntries(ids.map(id => [id, before])))
    else asked.set(ids)
    return
  }
  Promise.resolve(Taro.requestSubscribeMessage({ tmplIds: ids, entityIds: [] }))
    .then(result => {
      const given = result as unknown as Record<string, unknown>
      record(Object.fromEntries(ids.filter(id => answers.includes(String(given[id]))).map(id => [id, given[id] as Answer])))
    })
    .catch(() => undefined)
}

/** The browser's answer; kept as WeChat's "always keep this choice" would be. */
export function answerConsent(answer: 'accept' | 'reject'): void {
  const ids = asked.get() ?? []
  asked.set(null)
  keep(`consent.${ids.join()}`, answer)
  record(Object.fromEntries(ids.map(id => [id, answer])))
}
