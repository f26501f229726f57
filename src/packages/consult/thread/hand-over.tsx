import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { Button, Field, Sheet } from '@/ui'
import { FailureNote } from '@/widgets'
import { toast } from '@/device/platform'
import { useTexts } from '../texts'

/** A note from one shift to the next about this house. */
export function HandOver({
  houseId,
  onClose,
  onDone,
}: {
  houseId: string
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const t = useTexts()
  const [note, setNote] = useState('')
  const hand = useSend(requestId => cloud.consult.handOver({ houseId, note: note.trim() }, { requestId }))
  return (
    <Sheet id="hand-over-sheet" title={t('handOver')} onClose={onClose}>
      <Field
        id="hand-over-note"
        long
        label={t('handOver')}
        hint={t('handOverHint')}
        value={note}
        most={500}
        onChange={setNote}
      />
      {hand.failure ? <FailureNote failure={hand.failure} /> : null}
      <Button
        id="do-hand-over"
        text={t('send')}
        busy={hand.busy}
        disabled={!note.trim()}
        onTap={async () => {
          if (await hand.run()) {
            toast(t('sent'))
            await onDone()
          }
        }}
      />
    </Sheet>
  )
}
