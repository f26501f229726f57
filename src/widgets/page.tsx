import { Text, View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, type ReactNode, useEffect, useState } from 'react'
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
import { useTabBar } from './tab-bar'
import { control, handle, region } from '@/ui/control'
import { goBack } from '@/device/navigate'
import { inBrowser } from '@/device/platform'
import { Empty } from '@/ui/empty'

interface Props {
  title: string
  /** A page of the tab bar: no back button, and room for the bar. */
  tab?: boolean
  /** Stays at the bottom, within reach of the thumb. */
  foot?: ReactNode
  /** Sheets, outside the scrolling content. */
  over?: ReactNode
  id?: string
  /** The roles that may see the page; any other user sees a refusal, however they opened it. */
  who?: readonly Post[]
}

/** The frame of every page: theme, text size, network state and title. */
export function Page({ title, tab, foot, over, id, who, children }: PropsWithChildren<Props>) {
  const t = useTexts()
  const lang = useLang()
  const large = useLargeText()
  const consent = useStore(asked)
  const known = useStore(session)
  const barred = who !== undefined && known !== undefined && !who.some(post => known.roles.includes(post))
  const [shown, setShown] = useState(true)
  const titled = () => {
    if (inBrowser) document.title = title
    else void Taro.setNavigationBarTitle({ title })
  }
  useEffect(titled, [title])
  useEffect(() => {
    if (inBrowser) document.documentElement.lang = lang
  }, [lang])
  useTabBar(Boolean(tab), known?.unread ?? 0)
  useDidHide(() => setShown(false))
  useDidShow(() => {
    setShown(true)
    titled()
  })
  return (
    <View
      className={classesOf({
        page: true,
        english: lang === 'en',
        large,
        'page-tab': Boolean(tab),
        'page-footed': Boolean(foot),
      })}
      {...handle(id)}
    >
      {inBrowser ? <TitleBar title={title} hasBack={!tab} /> : null}
      <ConnectionBanner />
      <View className="page-body">
        {barred ? <Empty icon="lock" title={t('notYours')} hint={t('notYoursHint')} /> : children}
      </View>
      {foot && !barred ? <View className="foot">{foot}</View> : null}
      {barred ? null : over}
      {inBrowser && consent && shown ? <ConsentSheet /> : null}
      {inBrowser ? null : <PrivacySheet />}
    </View>
  )
}

const classesOf = (classes: Record<string, boolean>): string =>
  Object.keys(classes)
    .filter(name => classes[name])
    .join(' ')

/** The browser's stand-in for WeChat's navigation bar. */
function TitleBar({ title, hasBack }: { title: string; hasBack: boolean }) {
  const t = useTexts()
  return (
    <View className="bar">
      {hasBack ? (
        <View className="bar-back" {...control('button', { label: t('back'), id: 'back', onTap: goBack })}>
          <Icon name="back" />
        </View>
      ) : null}
      <Text className="bar-title" {...region('heading')}>
        {title}
      </Text>
    </View>
  )
}

/** Shown when the network is gone or a call is being retried. */
function ConnectionBanner() {
  const t = useTexts()
  const network = useStore(connection)
  if (network.kind === 'good') return null
  return (
    <View className={`connection connection-${network.kind}`} {...region('status')} id="connection">
      <Icon name={network.kind === 'offline' ? 'offline' : 'clock'} />
      <Text>
        {network.kind === 'offline'
          ? t('offline')
          : t('trying', { attempt: network.attempt, of: network.of })}
      </Text>
    </View>
  )
}
