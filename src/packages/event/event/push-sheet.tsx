import { Text } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useLang } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { Button, FailureNote, Field, Sheet, States } from '@/ui'
import { go } from '@/ui/platform'
import { audienceWords } from '../lib/desk'
import { texts } from '../texts'
import type { SheetProps } from './sheets'

/** How many it can reach is said before it goes out. */
export function PushSheet({ event, onClose }: SheetProps) {
  const x = useTexts(texts)
  const lang = useLang()
  const [message, setMessage] = useState('')
  const { kind, ids } = event.desk?.audience ?? { kind: 'estate' as const, ids: [] }
  const reach = useLoad(() => cloud.notice.reach({ audience: { kind, ...(ids.length ? { ids } : {}) }, about: 'event' }))
  const push = useSend(requestId => cloud.event.push({ id: event.id, ...(message.trim() ? { message: message.trim() } : {}) }, { requestId }))
  const tap = async () => {
    const sent = await push.run()
    if (!sent) return
    onClose()
    go(`packages/notice/push/index?id=${sent.pushId}`)
  }
  return (
    <Sheet id='push-sheet' title={x('push')} onClose={onClose}>
      <Text className='quiet'>{x('pushFor', { audience: audienceWords({ kind, ids }, lang) })}</Text>
      <States of={reach} cards={1}>
        {({ people, reachable }) => <><Text className='push-reach' id='reach'>{x('reach', { reachable, people })}</Text><Text className='paragraph'>{x('reachHint')}</Text></>}
      </States>
      <Field id='push-message' optional long label={x('message')} hint={x('messageHint')} value={message} most={200} wrong={push.failure?.fields?.message} onChange={setMessage} />
      {push.failure && !push.failure.fields ? <FailureNote failure={push.failure} /> : null}
      <Button id='push-now' text={reach.data ? x('doPush', { n: reach.data.people }) : x('doPushPlain')} busy={push.busy} onTap={tap} />
    </Sheet>
  )
}
