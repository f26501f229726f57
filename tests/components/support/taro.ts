import { useEffect } from 'react'

/** The few of Taro's abilities that the tested parts use; storage is real, so that a draft can be lost. */
const storage = new Map<string, string>()
export const calls: { name: string; value: unknown }[] = []
const remember =
  (name: string) =>
  (value?: unknown): Promise<void> => {
    calls.push({ name, value })
    return Promise.resolve()
  }

const Taro = {
  getStorageSync: (key: string): unknown =>
    storage.has(key) ? (JSON.parse(storage.get(key)!) as unknown) : '',
  setStorageSync: (key: string, value: unknown): void => {
    storage.set(key, JSON.stringify(value))
  },
  removeStorageSync: (key: string): void => {
    storage.delete(key)
  },
  getAppBaseInfo: () => ({ language: 'zh_CN', fontSizeSetting: 17 }),
  getNetworkType: () => Promise.resolve({ networkType: 'wifi' }),
  onNetworkStatusChange: (): void => undefined,
  setNavigationBarTitle: remember('title'),
  setTabBarItem: remember('tab'),
  setTabBarBadge: remember('badge'),
  removeTabBarBadge: remember('badge'),
  stopPullDownRefresh: (): void => undefined,
  showToast: remember('toast'),
  previewImage: remember('preview'),
  makePhoneCall: remember('phone'),
  navigateTo: remember('navigateTo'),
  switchTab: remember('switchTab'),
  getCurrentPages: () => [],
  cloud: { init: (): void => undefined, callFunction: remember('callFunction') },
}
export default Taro

/** A page that came back into view: `show()`. */
const shows = new Set<() => void>()
export const show = (): void => {
  for (const tell of shows) tell()
}
export function useDidShow(tell: () => void): void {
  useEffect(() => {
    shows.add(tell)
    return () => {
      shows.delete(tell)
    }
  })
}
export const useDidHide = (): void => undefined
export const usePullDownRefresh = (): void => undefined
export const useRouter = () => ({ params: {} })
export const emptyStorage = (): void => storage.clear()
