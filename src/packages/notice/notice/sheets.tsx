import { Text } from '@tarojs/components'
import type { NoticeView } from '@domain/notice/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { useTexts } from '@/i18n/texts'
import { Button, FailureNote, Sheet } from '@/ui'
import { go } from '@/ui/platform'
import { Reach } from '@/ui/push-field'
import { texts, type NoticeText } from '../texts'

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
  const x = useTexts(texts)
  const withdraw = useSend(requestId => cloud.notice.withdraw({ id: notice.id }, { requestId }))
  const tap = async () => {
    const next = await withdraw.run()
    if (next) onDone(next, 'withdrawDone')
  }
  return (
    <Sheet id="withdraw-sheet" title={x('withdraw')} onClose={onClose}>
      <Text className="paragraph">{x('withdrawSure')}</Text>
      {withdraw.failure ? <FailureNote failure={withdraw.failure} /> : null}
      <Button id="withdraw-sure" kind="danger" text={x('withdraw')} busy={withdraw.busy} onTap={tap} />
    </Sheet>
  )
}

/** Knocks again on the doors of those who have not read: how many a message can reach stands above the button. */
export function RemindSheet({ notice, onClose }: { notice: NoticeView; onClose: () => void }) {
  const x = useTexts(texts)
  const remind = useSend(requestId => cloud.notice.remind({ id: notice.id }, { requestId }))
  const tap = async () => {
    const started = await remind.run()
    if (!started) return
    onClose()
    go(`packages/notice/push/index?id=${started.pushId}&notice=${notice.id}`)
  }
  return (
    <Sheet id="remind-sheet" title={x('remind')} onClose={onClose}>
      <Text className="paragraph">
        {x('remindSure', { who: x(notice.audience?.kind === 'roles' ? 'people' : 'houses') })}
      </Text>
      {notice.audience ? (
        <>
          <Text className="quiet">{x('remindReach')}</Text>
          <Reach audience={notice.audience} about={notice.about?.kind} />
        </>
      ) : null}
      {remind.failure ? <FailureNote failure={remind.failure} /> : null}
      <Button id="remind-sure" icon="bell" text={x('remindSend')} busy={remind.busy} onTap={tap} />
    </Sheet>
  )
}
