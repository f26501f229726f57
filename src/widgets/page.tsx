import { Text, View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, type ReactNode, useCallback, useEffect, useState } from 'react'
import type { Post } from '@domain/kernel/people'
import { asked } from '@/state/consent'
import { session } from '@/state/session'
import { useStore } from '@/state/store'
import { connection } from '@/cloud/connection'
import { useLang, useLargeText } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { ConsentSheet } from './consent-sheet'
import { Icon } from '@/ui/icon'
import { PrivacySheet } from './privacy-sheet'
import { control, handle, region } from '@/ui/control'
import { goBack } from '@/device/navigate'
import { inBrowser } from '@/device/platform'
import { Empty } from '@/ui/empty'
import { useTabBar } from './tab-bar'

interface Props {
  title: string
  /** One of the four of the tab bar: no way back, and room for the bar. */
  tab?: boolean
  /** What stays at the bottom of the screen. */
  foot?: ReactNode
  /** Sheets, outside the scrolling content. */
  over?: ReactNode
  id?: string
  /** The posts whose page it is; no other reader sees what is on it, however they came here. */
  who?: readonly Post[]
}

/** The frame of every page: theme, type size, the state of the connection, the title. */
export function Page({ title, tab = false, foot, over, id, who, children }: PropsWithChildren<Props>) {
  const t = useTexts()
  const known = useStore(session)
  const isBarred = who !== undefined && known !== undefined && !who.some(post => known.roles.includes(post))
  useTitle(title)
  useTabBar(tab, known?.unread ?? 0)
  const look = usePageLook()
  return (
    <View className={`page${look}${tab ? ' page-tab' : ''}${foot ? ' page-footed' : ''}`} {...handle(id)}>
      {inBrowser ? <TitleBar title={title} tab={tab} /> : null}
      <ConnectionBar />
      <View className="page-body">
        {isBarred ? <Empty icon="lock" title={t('notYours')} hint={t('notYoursHint')} /> : children}
      </View>
      {foot && !isBarred ? <View className="foot">{foot}</View> : null}
      {isBarred ? null : over}
      {inBrowser ? <BrowserConsent /> : <PrivacySheet />}
    </View>
  )
}

function usePageLook(): string {
  const lang = useLang()
  const large = useLargeText()
  useEffect(() => {
    if (inBrowser) document.documentElement.lang = lang
  }, [lang])
  return `${lang === 'en' ? ' english' : ''}${large ? ' large' : ''}`
}

function useTitle(title: string): void {
  const show = useCallback(() => {
    if (inBrowser) document.title = title
    else void Taro.setNavigationBarTitle({ title })
  }, [title])
  useEffect(show, [show])
  useDidShow(show)
}

/** In WeChat, WeChat draws it. */
function TitleBar({ title, tab }: { title: string; tab: boolean }) {
  const t = useTexts()
  return (
    <View className="bar">
      {tab ? null : (
        <View className="bar-back" {...control('button', { label: t('back'), id: 'back', onTap: goBack })}>
          <Icon name="back" />
        </View>
      )}
      <Text className="bar-title" {...region('heading')}>
        {title}
      </Text>
    </View>
  )
}

/** Shown while the service cannot be reached. */
function ConnectionBar() {
  const t = useTexts()
  const now = useStore(connection)
  if (now.kind === 'good') return null
  return (
    <View className={`connection connection-${now.kind}`} {...region('status')} id="connection">
      <Icon name={now.kind === 'offline' ? 'offline' : 'clock'} />
      <Text>{now.kind === 'offline' ? t('offline') : t('trying', { attempt: now.attempt, of: now.of })}</Text>
    </View>
  )
}

/** Only the page in view asks; the pages below it stay mounted. */
function BrowserConsent() {
  const consent = useStore(asked)
  const [isShown, setShown] = useState(true)
  useDidHide(() => setShown(false))
  useDidShow(() => setShown(true))
  return consent && isShown ? <ConsentSheet /> : null
}
