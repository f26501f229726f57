import { call } from '@/device/phone'
import { go } from '@/device/navigate'
import { useTexts } from '@/i18n/texts'
import { session } from '@/state/session'
import { useStore } from '@/state/store'
import { Button } from '@/ui/button'
import { Empty } from '@/ui/empty'

/** For users without a house: how to join one, or that a request is waiting for approval. */
export function NotBound() {
  const t = useTexts()
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
