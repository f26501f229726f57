import { Text } from '@tarojs/components'
import { useRef, useState } from 'react'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { Button, Field, Sheet } from '@/ui'
import { FailureNote, FormFailure } from '@/widgets'
import { PhotoPicker, type Photo } from '@/widgets/photo-picker'
import { toast } from '@/device/platform'
import { useTexts } from '../texts'
import { withdrawWords } from './place'
import { PushSheet } from './push-sheet'
import type { SheetProps } from './sheet-props'

export type Sheeted = 'withdraw' | 'cancel' | 'push' | 'addPhotos'

const sheets = { withdraw: WithdrawSheet, cancel: CancelSheet, push: PushSheet, addPhotos: PhotosSheet }

export function EventSheet({ sheet, ...props }: SheetProps & { sheet: Sheeted }) {
  const Shown = sheets[sheet]
  return <Shown {...props} />
}

function WithdrawSheet({ event, onDone, onClose }: SheetProps) {
  const t = useTexts()
  const { state = 'confirmed' } = event.mine ?? {}
  const word = withdrawWords[state]
  const withdraw = useSend(requestId => cloud.event.withdraw({ id: event.id }, { requestId }))
  const tap = async () => {
    const next = await withdraw.run()
    if (!next) return
    toast(t('withdrawn'))
    onDone(next)
  }
  return (
    <Sheet id="withdraw-sheet" title={t(word)} onClose={onClose}>
      <Text className="paragraph">{t(state === 'waiting' ? 'leaveSure' : 'withdrawSure')}</Text>
      {withdraw.failure ? <FailureNote failure={withdraw.failure} /> : null}
      <Button id="withdraw-sure" kind="danger" text={t(word)} busy={withdraw.busy} onTap={tap} />
      <Button kind="quiet" text={t('keep')} onTap={onClose} />
    </Sheet>
  )
}

/** People who have signed up are sent the reason; a draft has none. */
function CancelSheet({ event, onDone, onClose }: SheetProps) {
  const t = useTexts()
  const [reason, setReason] = useState('')
  const draft = event.status === 'draft'
  const cancel = useSend(requestId =>
    cloud.event.cancel({ id: event.id, ...(reason.trim() ? { reason: reason.trim() } : {}) }, { requestId }),
  )
  const tap = async () => {
    const next = await cancel.run()
    if (!next) return
    toast(t(draft ? 'dropped' : 'cancelDone'))
    onDone(next)
  }
  return (
    <Sheet id="cancel-sheet" title={t(draft ? 'dropDraft' : 'cancelIt')} onClose={onClose}>
      <Text className="paragraph">{t(draft ? 'dropSure' : 'cancelSure')}</Text>
      {draft ? null : (
        <Field
          id="cancel-reason"
          long
          label={t('reason')}
          hint={t('reasonHint')}
          value={reason}
          most={200}
          wrong={cancel.failure?.fields?.reason}
          onChange={setReason}
        />
      )}
      <FormFailure failure={cancel.failure} />
      <Button
        id="cancel-sure"
        kind="danger"
        text={t(draft ? 'dropDraft' : 'cancelIt')}
        busy={cancel.busy}
        disabled={!draft && !reason.trim()}
        onTap={tap}
      />
    </Sheet>
  )
}

function PhotosSheet({ event, onDone, onClose }: SheetProps) {
  const t = useTexts()
  const [photos, setPhotos] = useState<Photo[]>([])
  const [uploading, setUploading] = useState(false)
  const latest = useRef(photos)
  const add = useSend(requestId =>
    cloud.event.addPhotos({ id: event.id, photos: photos.map(({ fileID }) => fileID) }, { requestId }),
  )
  const tap = async () => {
    const next = await add.run()
    if (!next) return
    toast(t('photosAdded'))
    onDone(next)
  }
  return (
    <Sheet id="photos-sheet" title={t('addPhotos')} onClose={onClose}>
      <PhotoPicker
        value={photos}
        onBusy={setUploading}
        onChange={change => {
          latest.current = change(latest.current)
          setPhotos(latest.current)
        }}
      />
      {add.failure ? <FailureNote failure={add.failure} /> : null}
      <Button
        id="photos-add"
        text={uploading ? t('waitPhotos') : t('addPhotos')}
        busy={add.busy}
        disabled={uploading || photos.length === 0}
        onTap={tap}
      />
    </Sheet>
  )
}
