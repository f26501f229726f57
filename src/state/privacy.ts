import Taro from '@tarojs/taro'
import { createStore } from './store'

/** The version of the privacy guide; users are asked again after a change. */
export const privacyVersion = '2026-11-25'

type Resolve = (answer: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void

/** The pending question of WeChat before the app uses private data; null: none. */
export const privacyAsked = createStore<Resolve | null>(null)

/** Registers with WeChat, once, when the app starts. */
export function watchPrivacy(): void {
  // Taro's types call this function always present, but old versions of WeChat lack it.
  const wechat = Taro as unknown as { onNeedPrivacyAuthorization?: (ask: (resolve: Resolve) => void) => void }
  if (process.env.TARO_ENV === 'weapp')
    wechat.onNeedPrivacyAuthorization?.(resolve => privacyAsked.set(resolve))
}

/** Opens WeChat's page with the guide as registered there. */
export const openWeChatGuide = (): void => {
  // Taro's types call this function always present, but old versions of WeChat lack it.
  ;(Taro as unknown as { openPrivacyContract?: (options: object) => void }).openPrivacyContract?.({})
}
