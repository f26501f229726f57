import { Text } from '@tarojs/components'
import type { NoticeView } from '@domain/notice/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { Button, Sheet } from '@/ui'
import { FailureNote } from '@/widgets'
import { go } from '@/device/navigate'
import { Reach } from '@/widgets/push-field'
import { useTexts, type NoticeText } from '../texts'

export type Sheeted = 'remind' | 'withdraw'

export function WithdrawSheet({
  notice,
  onDone,
  onClose,
}: {
  notice: NoticeView
  onDone: (next: NoticeView, said: NoticeText) => void
  onClose: () => void
}) {
  const t = useTexts()
  const withdraw = useSend(requestId => cloud.notice.withdraw({ id: notice.id }, { requestId }))
  const tap = async () => {
    const next = await withdraw.run()
    if (next) onDone(next, 'withdrawDone')
  }
  return (
    <Sheet id="withdraw-sheet" title={t('withdraw')} onClose={onClose}>
      <Text className="paragraph">{t('withdrawSure')}</Text>
      {withdraw.failure ? <FailureNote failure={withdraw.failure} /> : null}
      <Button id="withdraw-sure" kind="danger" text={t('withdraw')} busy={withdraw.busy} onTap={tap} />
    </Sheet>
  )
}

/**
 * Sends a reminder to those who have not read the notice. How many it can reach is shown above the button.
 */
export function RemindSheet({ notice, onClose }: { notice: NoticeView; onClose: () => void }) {
  const t = useTexts()
  const remind = useSend(requestId => cloud.notice.remind({ id: notice.id }, { requestId }))
  const tap = async () => {
    const started = await remind.run()
    if (!started) return
    onClose()
    go(`packages/notice/push/index?id=${started.pushId}&notice=${notice.id}`)
  }
  return (
    <Sheet id="remind-sheet" title={t('remind')} onClose={onClose}>
      <Text className="paragraph">
        {t('remindSure', { who: t(notice.audience?.kind === 'roles' ? 'people' : 'houses') })}
      </Text>
      {notice.audience ? (
        <>
          <Text className="quiet">{t('remindReach')}</Text>
          <Reach audience={notice.audience} about={notice.about?.kind} />
        </>
      ) : null}
      {remind.failure ? <FailureNote failure={remind.failure} /> : null}
      <Button id="remind-sure" icon="bell" text={t('remindSend')} busy={remind.busy} onTap={tap} />
    </Sheet>
  )
}
