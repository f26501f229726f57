import { Text } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { Button, Field, Sheet } from '@/ui'
import { FormFailure } from '@/widgets'
import { useAudienceWords, wholeEstate } from '@/widgets/audience'
import { go } from '@/device/navigate'
import { Reach } from '@/widgets/push-field'
import { useTexts } from '../texts'
import type { SheetProps } from './sheet-props'

/** Shows how many people the notification can reach before it is sent. */
export function PushSheet({ event, onClose }: SheetProps) {
  const t = useTexts()
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
    <Sheet id="push-sheet" title={t('push')} onClose={onClose}>
      <Text className="quiet">{t('pushFor', { audience: inWords(audience) })}</Text>
      <Reach audience={audience} about="event" />
      <Field
        id="push-message"
        optional
        long
        label={t('message')}
        hint={t('messageHint')}
        value={message}
        most={200}
        wrong={push.failure?.fields?.message}
        onChange={setMessage}
      />
      <FormFailure failure={push.failure} />
      <Button id="push-now" text={t('doPush')} busy={push.busy} onTap={tap} />
    </Sheet>
  )
}
