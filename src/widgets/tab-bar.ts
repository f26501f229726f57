import Taro, { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect } from 'react'
import { inBrowser } from '@/device/platform'
import { useTexts } from '@/i18n/texts'

let named = ''
/** The platform draws the tab bar from app.json, in one language; this gives it the reader's. */
function nameTabs(names: string[]): void {
  if (named === names.join()) return
  named = names.join()
  names.forEach((text, index) => {
    void Promise.resolve(Taro.setTabBarItem({ index, text })).catch(() => {
      named = ''
    })
  })
}

const inboxTab = 2
/** Shows the number of unread messages at the Messages tab. */
function showUnread(unread: number): void {
  const shown =
    unread > 0
      ? Taro.setTabBarBadge({ index: inboxTab, text: unread > 99 ? '99+' : String(unread) })
      : Taro.removeTabBarBadge({ index: inboxTab })
  void Promise.resolve(shown).catch(() => undefined)
}

/** WeChat takes the tab bar's dark colours from theme.json; in the browser they are set here. */
function colourTabs(): () => void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const paint = () => {
    const style = dark.matches
      ? {
          color: '#a9b3ae',
          selectedColor: '#6fd0b8',
          backgroundColor: '#1d2320',
          borderStyle: 'black' as const,
        }
      : {
          color: '#5b635f',
          selectedColor: '#0b5d4e',
          backgroundColor: '#fffdf9',
          borderStyle: 'white' as const,
        }
    void Promise.resolve(Taro.setTabBarStyle(style)).catch(() => undefined)
  }
  paint()
  dark.addEventListener('change', paint)
  return () => dark.removeEventListener('change', paint)
}

/** Keeps the tab bar in the reader's language and colours, with the number of unread messages. */
export function useTabBar(isTab: boolean, unread: number): void {
  const t = useTexts()
  const showNames = useCallback(() => {
    if (isTab) nameTabs([t('home'), t('services'), t('inbox'), t('me')])
  }, [isTab, t])
  useEffect(() => {
    showNames()
    return isTab && inBrowser ? colourTabs() : undefined
  }, [isTab, showNames])
  useEffect(() => {
    if (isTab) showUnread(unread)
  }, [isTab, unread])
  useDidShow(showNames)
}
