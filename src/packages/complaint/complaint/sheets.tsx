import { Text } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { ComplaintView } from '@domain/complaint/contract'
import type { Output } from '@domain/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { Button, Field, Label, Sheet } from '@/ui'
import { FailureNote, FormFailure } from '@/widgets'
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

/** The moves that need one text. */
type Asked = Exclude<Sheeted, 'callBack' | 'reveal'>

interface Question {
  label: ComplaintText
  hint?: ComplaintText
  /** Longest text that the server takes, in characters. */
  most: number
  isOptional?: boolean
  isFinal?: boolean
}
const questions: Record<Asked, Question> = {
  progress: { label: 'note', hint: 'noteHint', most: 500 },
  resolve: { label: 'outcome', hint: 'outcomeHint', most: 1000 },
  invalidate: { label: 'reason', hint: 'noteHint', most: 300, isFinal: true },
  reopen: { label: 'reason', most: 500 },
  withdraw: { label: 'reason', most: 300, isOptional: true, isFinal: true },
  answer: { label: 'remark', most: 500, isOptional: true },
}

interface Given {
  id: string
  said: string
  photos: readonly Photo[]
  stars: number
}

function sendMove(move: Asked, { id, said, photos, stars }: Given, requestId: string) {
  switch (move) {
    case 'progress':
      return cloud.complaint.progress({ id, note: said }, { requestId })
    case 'resolve': {
      const fileIDs = photos.map(({ fileID }) => fileID)
      return cloud.complaint.resolve(
        { id, outcome: said, ...(fileIDs.length ? { photos: fileIDs } : {}) },
        { requestId },
      )
    }
    case 'invalidate':
      return cloud.complaint.invalidate({ id, reason: said }, { requestId })
    case 'reopen':
      return cloud.complaint.reopen({ id, reason: said }, { requestId })
    case 'withdraw':
      return cloud.complaint.withdraw({ id, ...(said ? { reason: said } : {}) }, { requestId })
    case 'answer':
      return cloud.complaint.answer({ id, satisfied: stars, ...(said ? { note: said } : {}) }, { requestId })
  }
}

export function MoveSheet({ move, ...props }: SheetProps & { move: Exclude<Sheeted, 'callBack'> }) {
  return move === 'reveal' ? <RevealSheet {...props} /> : <QuestionSheet move={move} {...props} />
}

/** A sheet with one text field. */
function QuestionSheet({ move, complaint, onDone, onClose }: SheetProps & { move: Asked }) {
  const t = useTexts()
  const [typed, setTyped] = useState('')
  const [stars, setStars] = useState(0)
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [uploading, setUploading] = useState(false)
  const send = useSend(requestId =>
    sendMove(move, { id: complaint.id, said: typed.trim(), photos, stars }, requestId),
  )
  const { label, hint, most, isOptional = false, isFinal = false } = questions[move]
  const isComplete = move === 'answer' ? stars > 0 : isOptional || typed.trim() !== ''
  const wrong = Object.values(send.failure?.fields ?? {})[0]
  return (
    <Sheet id={`sheet-${move}`} title={t(move)} onClose={onClose}>
      {move === 'withdraw' ? <Text className="paragraph">{t('withdrawSure')}</Text> : null}
      {move === 'answer' ? <Stars value={stars} onChange={setStars} /> : null}
      <Field
        id="said"
        long
        optional={isOptional}
        label={t(label)}
        hint={hint && t(hint)}
        value={typed}
        most={most}
        wrong={wrong}
        onChange={setTyped}
      />
      {move === 'resolve' ? (
        <OutcomePhotos value={photos} onBusy={setUploading} onChange={setPhotos} />
      ) : null}
      <FormFailure failure={send.failure} />
      <Button
        id={`do-${move}`}
        kind={isFinal ? 'danger' : 'main'}
        text={uploading ? t('waitPhotos') : t(move)}
        busy={send.busy}
        disabled={uploading || !isComplete}
        onTap={async () => {
          const next = await send.run()
          if (next) onDone(next)
        }}
      />
    </Sheet>
  )
}

interface OutcomePhotosProps {
  value: readonly Photo[]
  onBusy: (busy: boolean) => void
  onChange: (photos: readonly Photo[]) => void
}

function OutcomePhotos({ value, onBusy, onChange }: OutcomePhotosProps) {
  const t = useTexts()
  const latest = useRef(value)
  latest.current = value
  return (
    <Label text={t('photos')} optional>
      <PhotoPicker
        value={value}
        onBusy={onBusy}
        onChange={change => {
          latest.current = change(latest.current)
          onChange(latest.current)
        }}
      />
    </Label>
  )
}

function Stars({ value, onChange }: { value: number; onChange: (stars: number) => void }) {
  const t = useTexts()
  return (
    <>
      <Text className="paragraph">{t('answerHint')}</Text>
      <Rating name="satisfied" label={t('answerTitle')} value={value} onChange={onChange} />
      {value && value <= 2 ? <Text className="paragraph">{t('bad')}</Text> : null}
    </>
  )
}

/** The manager looks up the author of an anonymous complaint. */
function RevealSheet({ complaint, onClose }: Pick<SheetProps, 'complaint' | 'onClose'>) {
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
