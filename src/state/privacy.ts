import Taro from '@tarojs/taro'
import { createStore } from './store'

/** The date of the privacy guide that people agree to; a new date asks them again. */
export const privacyVersion = '2026-11-25'

type Resolve = (answer: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void

/** What an older WeChat does not have. */
interface PrivacyOfWeChat {
  onNeedPrivacyAuthorization?: (onAsk: (resolve: Resolve) => void) => void
  openPrivacyContract?: (options: object) => void
}

/** WeChat waits for the person's consent before the app may use something private; null: nothing waits. */
export const privacyAsked = createStore<Resolve | null>(null)

/** Registers with WeChat, once, when the app starts. */
export function watchPrivacy(): void {
  if (process.env.TARO_ENV !== 'weapp') return
  const { onNeedPrivacyAuthorization: watch } = Taro as PrivacyOfWeChat
  watch?.(resolve => privacyAsked.set(resolve))
}

/** WeChat's own page with the guide as it was registered there. */
export const openWeChatGuide = (): void => (Taro as PrivacyOfWeChat).openPrivacyContract?.({})
