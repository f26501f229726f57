import { Text } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { EventView } from '@domain/event/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { useTexts } from '@/i18n/texts'
import { Button, FailureNote, Field, Sheet } from '@/ui'
import { PhotoPicker, type Photo } from '@/ui/photos'
import { toast } from '@/ui/platform'
import { texts } from '../texts'
import { withdrawWords } from './place'
import { PushSheet } from './push-sheet'

export type Sheeted = 'withdraw' | 'cancel' | 'push' | 'addPhotos'
export interface SheetProps {
  event: EventView
  onDone: (next: EventView) => void
  onClose: () => void
}

const sheets = { withdraw: WithdrawSheet, cancel: CancelSheet, push: PushSheet, addPhotos: PhotosSheet }

export function EventSheet({ sheet, ...props }: SheetProps & { sheet: Sheeted }) {
  const Shown = sheets[sheet]
  return <Shown {...props} />
}

function WithdrawSheet({ event, onDone, onClose }: SheetProps) {
  const x = useTexts(texts)
  const { state = 'confirmed' } = event.mine ?? {}
  const word = withdrawWords[state]
  const withdraw = useSend(requestId => cloud.event.withdraw({ id: event.id }, { requestId }))
  const tap = async () => {
    const next = await withdraw.run()
    if (!next) return
    toast(x('withdrawn'))
    onDone(next)
  }
  return (
    <Sheet id="withdraw-sheet" title={x(word)} onClose={onClose}>
      <Text className="paragraph">{x(state === 'waiting' ? 'leaveSure' : 'withdrawSure')}</Text>
      {withdraw.failure ? <FailureNote failure={withdraw.failure} /> : null}
      <Button id="withdraw-sure" kind="danger" text={x(word)} busy={withdraw.busy} onTap={tap} />
      <Button kind="quiet" text={x('keep')} onTap={onClose} />
    </Sheet>
  )
}

/** Who has signed up is told why; a draft has nobody to tell. */
function CancelSheet({ event, onDone, onClose }: SheetProps) {
  const x = useTexts(texts)
  const [reason, setReason] = useState('')
  const draft = event.status === 'draft'
  const cancel = useSend(requestId =>
    cloud.event.cancel({ id: event.id, ...(reason.trim() ? { reason: reason.trim() } : {}) }, { requestId }),
  )
  const tap = async () => {
    const next = await cancel.run()
    if (!next) return
    toast(x(draft ? 'dropped' : 'cancelDone'))
    onDone(next)
  }
  return (
    <Sheet id="cancel-sheet" title={x(draft ? 'dropDraft' : 'cancelIt')} onClose={onClose}>
      <Text className="paragraph">{x(draft ? 'dropSure' : 'cancelSure')}</Text>
      {draft ? null : (
        <Field
          id="cancel-reason"
          long
          label={x('reason')}
          hint={x('reasonHint')}
          value={reason}
          most={200}
          wrong={cancel.failure?.fields?.reason}
          onChange={setReason}
        />
      )}
      {cancel.failure && !cancel.failure.fields ? <FailureNote failure={cancel.failure} /> : null}
      <Button
        id="cancel-sure"
        kind="danger"
        text={x(draft ? 'dropDraft' : 'cancelIt')}
        busy={cancel.busy}
        disabled={!draft && !reason.trim()}
        onTap={tap}
      />
    </Sheet>
  )
}

function PhotosSheet({ event, onDone, onClose }: SheetProps) {
  const x = useTexts(texts)
  const [photos, setPhotos] = useState<Photo[]>([])
  const [uploading, setUploading] = useState(false)
  const latest = useRef(photos)
  const add = useSend(requestId =>
    cloud.event.addPhotos({ id: event.id, photos: photos.map(({ fileID }) => fileID) }, { requestId }),
  )
  const tap = async () => {
    const next = await add.run()
    if (!next) return
    toast(x('photosAdded'))
    onDone(next)
  }
  return (
    <Sheet id="photos-sheet" title={x('addPhotos')} onClose={onClose}>
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
        text={uploading ? x('waitPhotos') : x('addPhotos')}
        busy={add.busy}
        disabled={uploading || photos.length === 0}
        onTap={tap}
      />
    </Sheet>
  )
}
