import { Text } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { ComplaintView } from '@domain/complaint/contract'
import type { Output } from '@domain/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { Button, Field, Label, Sheet } from '@/ui'
import { FailureNote } from '@/widgets'
import { call } from '@/device/phone'
import { PhotoPicker, type Photo } from '@/widgets/photo-picker'
import { go } from '@/device/navigate'
import { Rating } from '@/ui/rating'
import { useTexts, type ComplaintText } from '../texts'

export type Sheeted =
  'progress' | 'resolve' | 'invalidate' | 'answer' | 'reopen' | 'withdraw' | 'reveal' | 'callBack'
export interface SheetProps {
  complaint: ComplaintView
  onDone: (next: ComplaintView) => void
  onClose: () => void
}

const fieldOf: Partial<Record<Sheeted, [label: ComplaintText, hint: ComplaintText | null]>> = {
  progress: ['note', 'noteHint'],
  resolve: ['outcome', 'outcomeHint'],
  invalidate: ['reason', 'noteHint'],
  reopen: ['reason', null],
  withdraw: ['reason', null],
  answer: ['remark', null],
}

/** As much as the function takes. */
const mostOf: Partial<Record<Sheeted, number>> = { resolve: 1000, invalidate: 300, withdraw: 300 }

/** One question, one answer. */
export function MoveSheet({
  move,
  complaint,
  onDone,
  onClose,
}: SheetProps & { move: Exclude<Sheeted, 'callBack'> }) {
  const t = useTexts()
  const [typed, setTyped] = useState('')
  const [stars, setStars] = useState(0)
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const latest = useRef(photos)
  latest.current = photos
  const [uploading, setUploading] = useState(false)
  const { id } = complaint
  const send = useSend(requestId => {
    const said = typed.trim()
    switch (move) {
      case 'progress':
        return cloud.complaint.progress({ id, note: said }, { requestId })
      case 'resolve':
        return cloud.complaint.resolve(
          { id, outcome: said, ...(photos.length ? { photos: photos.map(({ fileID }) => fileID) } : {}) },
          { requestId },
        )
      case 'invalidate':
        return cloud.complaint.invalidate({ id, reason: said }, { requestId })
      case 'reopen':
        return cloud.complaint.reopen({ id, reason: said }, { requestId })
      case 'withdraw':
        return cloud.complaint.withdraw({ id, ...(said ? { reason: said } : {}) }, { requestId })
      default:
        return cloud.complaint.answer(
          { id, satisfied: stars, ...(said ? { note: said } : {}) },
          { requestId },
        )
    }
  })
  if (move === 'reveal') return <RevealSheet complaint={complaint} onClose={onClose} />
  const [label, hint] = fieldOf[move] ?? ['note', null]
  const optional = move === 'withdraw' || move === 'answer'
  const wrong = Object.values(send.failure?.fields ?? {})[0]
  return (
    <Sheet id={`sheet-${move}`} title={t(move)} onClose={onClose}>
      {move === 'withdraw' ? <Text className="paragraph">{t('withdrawSure')}</Text> : null}
      {move === 'answer' ? (
        <>
          <Text className="paragraph">{t('answerHint')}</Text>
          <Rating name="satisfied" label={t('answerTitle')} value={stars} onChange={setStars} />
          {stars && stars <= 2 ? <Text className="paragraph">{t('bad')}</Text> : null}
        </>
      ) : null}
      <Field
        id="said"
        long
        optional={optional}
        label={t(label)}
        hint={hint ? t(hint) : ''}
        value={typed}
        most={mostOf[move] ?? 500}
        wrong={wrong}
        onChange={setTyped}
      />
      {move === 'resolve' ? (
        <Label text={t('photos')} optional>
          <PhotoPicker
            value={photos}
            onBusy={setUploading}
            onChange={change => {
              latest.current = change(latest.current)
              setPhotos(latest.current)
            }}
          />
        </Label>
      ) : null}
      {send.failure && !send.failure.fields ? <FailureNote failure={send.failure} /> : null}
      <Button
        id={`do-${move}`}
        kind={move === 'invalidate' || move === 'withdraw' ? 'danger' : 'main'}
        text={uploading ? t('waitPhotos') : t(move)}
        busy={send.busy}
        disabled={uploading || (!optional && !typed.trim()) || (move === 'answer' && stars === 0)}
        onTap={async () => {
          const next = await send.run()
          if (next) onDone(next)
        }}
      />
    </Sheet>
  )
}

/** The manager's look behind an anonymous complaint. */
function RevealSheet({ complaint, onClose }: { complaint: ComplaintView; onClose: () => void }) {
  const t = useTexts()
  const reveal = useSend(requestId => cloud.complaint.reveal({ id: complaint.id }, { requestId }))
  const [author, setAuthor] = useState<Output<'complaint', 'reveal'>>()
  return (
    <Sheet id="sheet-reveal" title={t('reveal')} onClose={onClose}>
      {author ? (
        <>
          <Text className="paragraph">
            {[author.name, author.house && t('houseNo', { code: author.house })].filter(Boolean).join(' · ')}
          </Text>
          <Button kind="plain" icon="phone" text={author.phone} onTap={() => call(author.phone)} />
          {author.order ? (
            <Button
              kind="plain"
              icon="wrench"
              text={t('aboutOrder', { no: author.order.no })}
              onTap={() => go(`packages/repair/order/index?id=${author.order!.id}`)}
            />
          ) : null}
        </>
      ) : (
        <>
          <Text className="paragraph">{t('revealSure')}</Text>
          <Button
            id="do-reveal"
            kind="danger"
            text={t('reveal')}
            busy={reveal.busy}
            onTap={async () => setAuthor(await reveal.run())}
          />
        </>
      )}
      {reveal.failure ? <FailureNote failure={reveal.failure} /> : null}
    </Sheet>
  )
}
