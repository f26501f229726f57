import Taro from '@tarojs/taro'
import { createStore } from './store'

/** The day of the privacy guide that people agree to; a new day asks them anew. */
export const privacyVersion = '2026-11-25'

type Resolve = (answer: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void

/** WeChat waits for a yes before it lets the app use something private; null: nothing waits. */
export const privacyAsked = createStore<Resolve | null>(null)

/** Registers with WeChat, once, when the app starts. */
export function watchPrivacy(): void {
  // Taro's types call this function always present, but old versions of WeChat lack it.
  const wechat = Taro as unknown as { onNeedPrivacyAuthorization?: (ask: (resolve: Resolve) => void) => void }
  if (process.env.TARO_ENV === 'weapp')
    wechat.onNeedPrivacyAuthorization?.(resolve => privacyAsked.set(resolve))
}

/** WeChat's own page with the guide as it was registered there. */
export const openWeChatGuide = (): void => {
  // Taro's types call this function always present, but old versions of WeChat lack it.
  ;(Taro as unknown as { openPrivacyContract?: (options: object) => void }).openPrivacyContract?.({})
}
