import { useState } from 'react'
import type { RegistrationView } from '@domain/parking/contract'
import { useSend } from '@/cloud/hooks'
import { Button, Field, Sheet } from '@/ui'
import { FormFailure } from '@/widgets'
import { useTexts } from '../texts'

interface Props {
  /** Id of the button; the sheet's is `<id>-sheet`. */
  id: string
  title: string
  send: (reason: string, requestId: string) => Promise<RegistrationView>
  onDone: (next: RegistrationView) => void
  onClose: () => void
}

/** A decision of the office against the household, with a reason that the household reads. */
export function WithReason({ id, title, send, onDone, onClose }: Props) {
  const t = useTexts()
  const [reason, setReason] = useState('')
  const sending = useSend(requestId => send(reason.trim(), requestId))
  return (
    <Sheet id={`${id}-sheet`} title={title} onClose={onClose}>
      <Field
        id="reason"
        long
        label={t('rejectWhy')}
        hint={t('rejectHint')}
        value={reason}
        most={200}
        wrong={sending.failure?.fields?.reason}
        onChange={setReason}
      />
      <FormFailure failure={sending.failure} />
      <Button
        id={`do-${id}`}
        kind="danger"
        text={title}
        busy={sending.busy}
        disabled={!reason.trim()}
        onTap={async () => {
          const next = await sending.run()
          if (next) onDone(next)
        }}
      />
    </Sheet>
  )
}
