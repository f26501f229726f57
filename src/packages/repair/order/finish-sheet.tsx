import { useRef, useState } from 'react'
import { cloud } from '@/cloud/client'
import { useDraft } from '@/state/draft'
import { Button, Field, Label, Sheet } from '@/ui'
import { PhotoPicker, type Photo } from '@/widgets/photo-picker'
import { useTexts } from '../texts'
import type { SheetProps } from './sheet-props'
import { Step } from './step'

export function FinishSheet({ order, onDone, onStale, onClose }: SheetProps) {
  const t = useTexts()
  const [draft, patch, clear] = useDraft<{ note: string; materials: string; photos: Photo[] }>(
    `finish.${order.id}`,
    { note: '', materials: '', photos: [] },
  )
  const photos = useRef(draft.photos)
  photos.current = draft.photos
  const [uploading, setUploading] = useState(false)
  const [checked, setChecked] = useState(false)
  return (
    <Sheet id="sheet-finish" title={t('finishTitle')} onClose={onClose}>
      <Field
        id="finish-note"
        long
        label={t('finishNote')}
        hint={t('finishHint')}
        value={draft.note}
        most={500}
        onChange={note => patch({ note })}
        wrong={checked && !draft.note.trim() ? t('needNote') : undefined}
      />
      <Label text={t('photosAfterAdd')} optional>
        <PhotoPicker
          id="add-finish-photo"
          value={draft.photos}
          onBusy={setUploading}
          onChange={change => {
            photos.current = change(photos.current)
            patch({ photos: photos.current })
          }}
        />
      </Label>
      <Field
        id="finish-materials"
        optional
        label={t('materials')}
        value={draft.materials}
        most={300}
        onChange={materials => patch({ materials })}
      />
      <Step
        id="send-finish"
        text={uploading ? t('waitPhotos') : t('sendFinish')}
        disabled={uploading}
        onStale={onStale}
        check={() => {
          setChecked(true)
          return Boolean(draft.note.trim())
        }}
        send={requestId =>
          cloud.repair.finish(
            {
              id: order.id,
              note: draft.note.trim(),
              ...(draft.photos.length ? { photos: draft.photos.map(photo => photo.fileID) } : {}),
              ...(draft.materials.trim() ? { materials: draft.materials.trim() } : {}),
            },
            { requestId },
          )
        }
        onDone={now => {
          clear()
          onDone(now)
        }}
      />
      <Button kind="quiet" text={t('close')} onTap={onClose} />
    </Sheet>
  )
}
