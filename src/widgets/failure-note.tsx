import { Text, View } from '@tarojs/components'
import type { Failure } from '@domain/kernel/failure'
import { call } from '@/device/phone'
import { useLang } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { showSpan } from '@/i18n/when'
import { session } from '@/state/session'
import { Button } from '@/ui/button'
import { region } from '@/ui/control'
import { Icon } from '@/ui/icon'

/** A failure: its message, its fields where known, and what the user can do. */
export function FailureNote({
  failure,
  onRetry,
  title,
}: {
  failure: Failure
  onRetry?: () => unknown
  title?: string
}) {
  const t = useTexts()
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

/** Why a form was refused as a whole; the errors of single fields are shown beside them. */
export function FormFailure({ failure }: { failure: Failure | undefined }) {
  return failure && !failure.fields ? <FailureNote failure={failure} /> : null
}
