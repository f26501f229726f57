import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { useTexts } from '@/i18n/texts'
import { Button, FailureNote, Field, Sheet } from '@/ui'
import { toast } from '@/ui/platform'
import { texts } from '../texts'

/** What one shift tells the next about this house. */
export function HandOver({
  houseId,
  onClose,
  onDone,
}: {
  houseId: string
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const x = useTexts(texts)
  const [note, setNote] = useState('')
  const hand = useSend(requestId => cloud.consult.handOver({ houseId, note: note.trim() }, { requestId }))
  return (
    <Sheet id="hand-over-sheet" title={x('handOver')} onClose={onClose}>
      <Field
        id="hand-over-note"
        long
        label={x('handOver')}
        hint={x('handOverHint')}
        value={note}
        most={500}
        onChange={setNote}
      />
      {hand.failure ? <FailureNote failure={hand.failure} /> : null}
      <Button
        id="do-hand-over"
        text={x('send')}
        busy={hand.busy}
        disabled={!note.trim()}
        onTap={async () => {
          if (await hand.run()) {
            toast(x('sent'))
            await onDone()
          }
        }}
      />
    </Sheet>
  )
}
