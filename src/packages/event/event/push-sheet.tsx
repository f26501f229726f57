import { Text } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { useTexts } from '@/i18n/texts'
import { Button, FailureNote, Field, Sheet } from '@/ui'
import { useAudienceWords, wholeEstate } from '@/ui/audience'
import { go } from '@/ui/platform'
import { Reach } from '@/ui/push-field'
import { texts } from '../texts'
import type { SheetProps } from './sheets'

/** How many it can reach is said before it goes out. */
export function PushSheet({ event, onClose }: SheetProps) {
  const x = useTexts(texts)
  const inWords = useAudienceWords()
  const [message, setMessage] = useState('')
  const audience = event.desk?.audience ?? wholeEstate
  const push = useSend(requestId =>
    cloud.event.push({ id: event.id, ...(message.trim() ? { message: message.trim() } : {}) }, { requestId }),
  )
  const tap = async () => {
    const sent = await push.run()
    if (!sent) return
    onClose()
    go(`packages/notice/push/index?id=${sent.pushId}`)
  }
  return (
    <Sheet id="push-sheet" title={x('push')} onClose={onClose}>
      <Text className="quiet">{x('pushFor', { audience: inWords(audience) })}</Text>
      <Reach audience={audience} about="event" />
      <Field
        id="push-message"
        optional
        long
        label={x('message')}
        hint={x('messageHint')}
        value={message}
        most={200}
        wrong={push.failure?.fields?.message}
        onChange={setMessage}
      />
      {push.failure && !push.failure.fields ? <FailureNote failure={push.failure} /> : null}
      <Button id="push-now" text={x('doPush')} busy={push.busy} onTap={tap} />
    </Sheet>
  )
}
