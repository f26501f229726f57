import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Failure } from '@domain/kernel/failure'
import type { Loaded } from '@/cloud/hooks'
import { session } from '@/cloud/session'
import { useStore } from '@/cloud/store'
import { useLang } from '@/i18n/lang'
import { useT } from '@/i18n/texts'
import { Button } from './button'
import { Icon, type IconName } from './icon'
import { call } from './phone'
import { go, region } from './platform'
import { showSpan } from './when'

/** Nothing here, why that is fine, and what one may do. */
export function Empty({
  icon = 'check',
  title,
  hint,
  action,
}: {
  icon?: IconName
  title: string
  hint?: string
  action?: ReactNode
}) {
  return (
    <View className="empty" {...region('status')}>
      <View className="empty-icon">
        <Icon name={icon} big />
      </View>
      <Text className="empty-title">{title}</Text>
      {hint ? <Text className="empty-hint">{hint}</Text> : null}
      {action}
    </View>
  )
}

/** For whoever has no house yet: how to get in, or that somebody is looking at it. */
export function NotBound() {
  const t = useT()
  const known = useStore(session)
  const pending = known?.pending ?? []
  const phone = known?.estate?.phone
  return (
    <Empty
      icon="home"
      title={t('notBound')}
      hint={
        pending.length
          ? pending.map(house => t('pendingHouse', { code: house.code })).join(' ')
          : t('notBoundHint')
      }
      action={
        <>
          {pending.length ? null : (
            <Button id="join-house" text={t('joinHouse')} onTap={() => go('packages/account/bind/index')} />
          )}
          {phone ? (
            <Button kind="plain" icon="phone" text={t('callOffice')} onTap={() => call(phone)} />
          ) : null}
        </>
      }
    />
  )
}

/** What went wrong, field by field where it is known, and the way on. */
export function FailureNote({
  failure,
  onRetry,
  title,
}: {
  failure: Failure
  onRetry?: () => unknown
  title?: string
}) {
  const t = useT()
  const lang = useLang()
  const phone = session.get()?.estate?.phone
  return (
    <View className="failure" {...region('alert')} id="failure">
      <View className="failure-head">
        <Icon name="alert" />
        <Text className="failure-title">{title ?? t('failureTitle')}</Text>
      </View>
      <Text className="failure-message">{failure.message}</Text>
      {Object.entries(failure.fields ?? {}).map(([field, wrong]) => (
        <Text key={field} className="failure-field">
          {wrong}
        </Text>
      ))}
      {failure.retryAfter ? (
        <Text className="failure-field">
          {t('retryIn', { time: showSpan(failure.retryAfter * 1000, lang) })}
        </Text>
      ) : null}
      {onRetry ? <Button id="retry" kind="plain" small text={t('retry')} onTap={onRetry} /> : null}
      {phone && (failure.code === 'INTERNAL' || failure.code === 'UNAVAILABLE') ? (
        <Button kind="quiet" small icon="phone" text={t('callOffice')} onTap={() => call(phone)} />
      ) : null}
    </View>
  )
}

/** The shape of what is coming, while it comes. */
export function Skeleton({ cards = 2 }: { cards?: number }) {
  const t = useT()
  return (
    <View {...region('status', t('loading'))} id="skeleton">
      {Array.from({ length: cards }, (_, n) => (
        <View key={n} className="card">
          <View className="bone bone-short" />
          <View className="bone" />
          <View className="bone bone-half" />
        </View>
      ))}
    </View>
  )
}

/** The four states of everything that is loaded; what was loaded before stays in sight when a refresh fails. */
export function States<T>({
  of,
  cards,
  children,
}: {
  of: Loaded<T>
  cards?: number
  children: (data: T) => ReactNode
}) {
  const t = useT()
  if (of.failure?.code === 'NOT_BOUND') return <NotBound />
  if (of.data === undefined) {
    return of.failure && !of.loading ? (
      <FailureNote failure={of.failure} title={t('loadFailed')} onRetry={of.reload} />
    ) : (
      <Skeleton cards={cards ?? 2} />
    )
  }
  return (
    <>
      {of.failure ? <FailureNote failure={of.failure} title={t('loadFailed')} onRetry={of.reload} /> : null}
      {children(of.data)}
    </>
  )
}
