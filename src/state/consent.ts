import Taro from '@tarojs/taro'
import type { Purpose } from '@domain/notice/purposes'
import { cloud } from '@/cloud/client'
import { howToAsk, type Remembered } from './consent-rule'
import { keep, recall } from './keep'
import { session } from './session'
import { createStore } from './store'

type Answer = 'accept' | 'reject' | 'ban' | 'filter'
const answers: readonly string[] = ['accept', 'reject', 'ban', 'filter']

/**
 * Browser only: the purposes that a person is being asked about, by the sheet that stands in for WeChat's
 * dialogue.
 */
export const asked = createStore<Purpose[] | null>(null)

const nameOf = (purpose: Purpose): string => `consent.${purpose}`
const remembered = (purpose: Purpose): Remembered => ({
  askedAt: 0,
  standing: null,
  ...recall<Partial<Remembered>>(nameOf(purpose)),
})
const remember = (purpose: Purpose, change: Partial<Remembered>): void =>
  keep(nameOf(purpose), { ...remembered(purpose), ...change })

/**
 * Adds the answers to the consent ledger, and puts the number that is left into the session. Best effort: a
 * failure loses one WeChat message and is not shown.
 */
async function record(results: Record<string, Answer>): Promise<void> {
  if (Object.keys(results).length === 0) return
  try {
    const { left } = await cloud.notice.consent({ results })
    const known = session.get()
    if (known) session.set({ ...known, accepts: left })
  } catch {
    /* best effort, see above */
  }
}

const templateOf = (purpose: Purpose): string | undefined => session.get()?.templates[purpose]

/**
 * Asks at a moment that matters (a repair is sent, a pass issued, a sign-up made) whether alerts may be sent
 * about it. WeChat allows the question only within a tap, so this is called at the start of a tap handler and
 * never awaited: the tapped action goes on meanwhile.
 */
export const askConsent = (...purposes: Purpose[]): void => ask(purposes, false)

/** The user taps to be notified: they are asked, no matter when they were asked last. */
export const askForMore = (purpose: Purpose): void => ask([purpose], true)

function ask(purposes: readonly Purpose[], acts: boolean): void {
  const now = Date.now()
  const how = new Map(
    purposes.filter(templateOf).map(purpose => [purpose, howToAsk(remembered(purpose), now, acts)]),
  )
  const wanted = [...how].filter(([, way]) => way !== 'no').map(([purpose]) => purpose)
  if (wanted.length === 0) return
  for (const purpose of wanted) if (how.get(purpose) === 'ask') remember(purpose, { askedAt: now })
  if (process.env.TARO_ENV === 'h5') askInBrowser(wanted, how)
  else askInWeChat(wanted, acts)
}

/** An accept in the browser stands, as WeChat's "always keep this choice" does. */
function askInBrowser(wanted: Purpose[], how: Map<Purpose, string>): void {
  const silent = wanted.filter(purpose => how.get(purpose) === 'silently')
  const open = wanted.filter(purpose => how.get(purpose) === 'ask')
  void record(resultsOf(silent, 'accept'))
  if (open.length > 0) asked.set(open)
}

const resultsOf = (purposes: readonly Purpose[], answer: Answer): Record<string, Answer> =>
  Object.fromEntries(
    purposes.flatMap(purpose => {
      const template = templateOf(purpose)
      return template ? [[template, answer]] : []
    }),
  )

/** The browser's answer. */
export function answerConsent(answer: 'accept' | 'reject'): void {
  const purposes = asked.get() ?? []
  asked.set(null)
  if (answer === 'accept') for (const purpose of purposes) remember(purpose, { standing: 'accept' })
  void record(resultsOf(purposes, answer))
}

function askInWeChat(wanted: readonly Purpose[], acts: boolean): void {
  const ids = wanted.flatMap(purpose => templateOf(purpose) ?? [])
  // A user who refused for good and now wants messages can change that only in WeChat's own settings.
  if (acts && wanted.every(purpose => remembered(purpose).standing === 'reject')) {
    void Promise.resolve(Taro.openSetting({ withSubscriptions: true }))
      .then(learnStanding)
      .catch(() => undefined)
    return
  }
  Promise.resolve(Taro.requestSubscribeMessage({ tmplIds: ids, entityIds: [] }))
    .then(result => {
      // WeChat answers with one key per template id; Taro's type includes a failure without such keys.
      const given = result as unknown as Record<string, unknown>
      void record(
        Object.fromEntries(
          ids.filter(id => answers.includes(String(given[id]))).map(id => [id, given[id] as Answer]),
        ),
      )
      return learnStanding()
    })
    .catch(() => undefined)
}

/**
 * The answers that the person has chosen for every time: WeChat reports them and no longer asks. WeChat only.
 */
async function learnStanding(): Promise<void> {
  const setting = (await Taro.getSetting({ withSubscriptions: true })) as {
    subscriptionsSetting?: { itemSettings?: Record<string, string> }
  }
  const chosen = setting.subscriptionsSetting?.itemSettings ?? {}
  for (const [purpose, template] of Object.entries(session.get()?.templates ?? {})) {
    const standing = chosen[template]
    remember(purpose as Purpose, {
      standing: standing === 'accept' || standing === 'reject' ? standing : null,
    })
  }
}
