import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { Move, WorkOrder } from '@domain/repair/contract'
import { cloud } from '@/cloud/client'
import { useDraft } from '@/state/draft'
import { useLoad, useSend } from '@/cloud/hooks'
import { Button, Choice, Empty, Field, Label, Sheet } from '@/ui'
import { FailureNote, States } from '@/widgets'
import { OrderCard } from '@/widgets/order-card'
import { call } from '@/device/phone'
import { PhotoPicker, type Photo } from '@/widgets/photo-picker'
import { showMoney } from '@/i18n/when'
import { useTexts } from '../texts'
import { Step } from './step'

/** The moves that need a word more than a tap. */
const sheetMoves = ['assign', 'quote', 'finish', 'verify', 'cancel', 'merge', 'contact'] as const
export type SheetMove = (typeof sheetMoves)[number]
export const isSheet = (move: Move): move is SheetMove => (sheetMoves as readonly Move[]).includes(move)

interface Props {
  order: WorkOrder
  onDone: (order: WorkOrder) => void
  onStale: () => void
  onClose: () => void
}

const sheets: Record<SheetMove, (props: Props) => JSX.Element> = {
  assign: AssignSheet,
  quote: QuoteSheet,
  finish: FinishSheet,
  verify: SendBackSheet,
  cancel: CancelSheet,
  merge: MergeSheet,
  contact: ContactSheet,
}

export function MoveSheet({ move, ...props }: Props & { move: SheetMove }) {
  const Shown = sheets[move]
  return <Shown {...props} />
}

function AssignSheet({ order, onDone, onStale, onClose }: Props) {
  const t = useTexts()
  const technicians = useLoad(() => cloud.repair.technicians({}))
  const [chosen, setChosen] = useState<string>()
  return (
    <Sheet id="sheet-assign" title={t('assignTitle')} onClose={onClose}>
      <States of={technicians} cards={1}>
        {({ items }) => {
          const others = items.filter(each => each.id !== order.assignee?.id)
          if (!others.length) return <Empty icon="user" title={t('noTechnicians')} />
          return (
            <>
              <Choice
                name="technician"
                label={t('assignTitle')}
                columns={2}
                value={chosen}
                options={others.map(each => ({ value: each.id, text: each.name, icon: 'user' }))}
                onChange={setChosen}
              />
              <Step
                id="send-assign"
                text={t('assign')}
                disabled={!chosen}
                onDone={onDone}
                onStale={onStale}
                send={requestId => cloud.repair.assign({ id: order.id, technician: chosen! }, { requestId })}
              />
            </>
          )
        }}
      </States>
    </Sheet>
  )
}

interface Line {
  name: string
  price: string
  count: string
}

/** Yuan as a person types them → fen; undefined when they are no amount. */
function toFen(yuan: string): number | undefined {
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(yuan.trim())) return undefined
  return Math.round(Number(yuan) * 100)
}

const toItem = (line: Line): { name: string; price: number; count: number } | undefined => {
  const price = toFen(line.price)
  const count = Number(line.count)
  if (!line.name.trim() || price === undefined || !Number.isInteger(count) || count < 1 || count > 999)
    return undefined
  return { name: line.name.trim(), price, count }
}

function QuoteSheet({ order, onDone, onStale, onClose }: Props) {
  const t = useTexts()
  const [{ lines }, patch, clear] = useDraft<{ lines: Line[] }>(`quote.${order.id}`, {
    lines: [{ name: '', price: '', count: '1' }],
  })
  const [checked, setChecked] = useState(false)
  const items = lines.map(toItem)
  const good = items.filter(item => item !== undefined)
  const set = (n: number, change: Partial<Line>) =>
    patch({ lines: lines.map((line, at) => (at === n ? { ...line, ...change } : line)) })
  return (
    <Sheet id="sheet-quote" title={t('quote')} onClose={onClose}>
      {lines.map((line, n) => (
        <View key={n} className="quote-line">
          <Field
            id={`item-name-${n}`}
            label={t('itemName')}
            value={line.name}
            most={40}
            onChange={name => set(n, { name })}
            wrong={checked && !items[n] ? t('badItem') : undefined}
          />
          <View className="pair">
            <Field
              id={`item-price-${n}`}
              type="digit"
              label={t('itemPrice')}
              value={line.price}
              most={9}
              onChange={price => set(n, { price })}
            />
            <Field
              id={`item-count-${n}`}
              type="number"
              label={t('itemCount')}
              value={line.count}
              most={3}
              onChange={count => set(n, { count })}
            />
          </View>
          {lines.length > 1 ? (
            <Button
              id={`remove-item-${n}`}
              kind="quiet"
              small
              icon="close"
              text={t('removeItem')}
              onTap={() => patch({ lines: lines.filter((_, at) => at !== n) })}
            />
          ) : null}
        </View>
      ))}
      {lines.length < 20 ? (
        <Button
          id="add-item"
          kind="quiet"
          small
          icon="plus"
          text={t('addItem')}
          onTap={() => patch({ lines: [...lines, { name: '', price: '', count: '1' }] })}
        />
      ) : null}
      <View className="money-row money-total">
        <Text>{t('quoteTotal')}</Text>
        <Text>{showMoney(good.reduce((sum, item) => sum + item.price * item.count, 0))}</Text>
      </View>
      <Step
        id="send-quote"
        text={t('sendQuote')}
        onStale={onStale}
        check={() => {
          setChecked(true)
          return good.length === lines.length
        }}
        send={requestId => cloud.repair.quote({ id: order.id, items: good }, { requestId })}
        onDone={now => {
          clear()
          onDone(now)
        }}
      />
    </Sheet>
  )
}

function FinishSheet({ order, onDone, onStale, onClose }: Props) {
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

function SendBackSheet({ order, onDone, onStale, onClose }: Props) {
  const t = useTexts()
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  return (
    <Sheet id="sheet-verify" title={t('verifyNo')} onClose={onClose}>
      <Field
        id="verify-reason"
        long
        label={t('whyNot')}
        value={reason}
        most={300}
        onChange={setReason}
        wrong={checked && !reason.trim() ? t('needReason') : undefined}
      />
      <Step
        id="send-verify-no"
        consent="repairProgress"
        text={t('sendBack')}
        onDone={onDone}
        onStale={onStale}
        check={() => {
          setChecked(true)
          return Boolean(reason.trim())
        }}
        send={requestId =>
          cloud.repair.verify({ id: order.id, accepted: false, reason: reason.trim() }, { requestId })
        }
      />
    </Sheet>
  )
}

function CancelSheet({ order, onDone, onStale, onClose }: Props) {
  const t = useTexts()
  const [reason, setReason] = useState('')
  return (
    <Sheet id="sheet-cancel" title={t('cancelTitle')} onClose={onClose}>
      <Field
        id="cancel-reason"
        long
        label={t('cancelReason')}
        value={reason}
        most={300}
        onChange={setReason}
      />
      <Step
        id="send-cancel"
        kind="danger"
        text={t('reallyCancel')}
        onDone={onDone}
        onStale={onStale}
        send={requestId =>
          cloud.repair.cancel(
            { id: order.id, ...(reason.trim() ? { reason: reason.trim() } : {}) },
            { requestId },
          )
        }
      />
      <Button kind="quiet" text={t('keepIt')} onTap={onClose} />
    </Sheet>
  )
}

function MergeSheet({ order, onDone, onStale, onClose }: Props) {
  const t = useTexts()
  const open = useLoad(() => cloud.repair.list({ scope: 'queue', limit: 50 }))
  const [into, setInto] = useState<string>()
  return (
    <Sheet id="sheet-merge" title={t('mergeTitle')} onClose={onClose}>
      <Text className="quiet">{t('mergeHint')}</Text>
      <States of={open} cards={2}>
        {({ items }) => {
          const others = items.filter(
            each =>
              each.id !== order.id &&
              each.category === order.category &&
              each.status !== 'closed' &&
              each.status !== 'cancelled' &&
              each.status !== 'finished',
          )
          if (!others.length) return <Empty icon="merge" title={t('noMerge')} />
          return (
            <>
              {others.map(each => (
                <View key={each.id} className={each.id === into ? 'picked' : ''}>
                  <OrderCard order={each} onTap={() => setInto(each.id)} />
                </View>
              ))}
              <Step
                id="send-merge"
                text={t('merge')}
                disabled={!into}
                onDone={onDone}
                onStale={onStale}
                send={requestId => cloud.repair.merge({ id: order.id, into: into! }, { requestId })}
              />
            </>
          )
        }}
      </States>
    </Sheet>
  )
}

function ContactSheet({ order, onClose }: Props) {
  const t = useTexts()
  const [contact, setContact] = useState<{ name: string; phone: string }>()
  const asking = useSend((requestId: string) => cloud.repair.contact({ id: order.id }, { requestId }))
  return (
    <Sheet id="sheet-contact" title={t('contactTitle')} onClose={onClose}>
      {contact ? (
        <>
          <Text className="head-next">{contact.name}</Text>
          <Text className="quiet">{t('contactHint')}</Text>
          <Button
            id="call-now"
            icon="phone"
            text={t('callNow', { phone: contact.phone })}
            onTap={() => call(contact.phone)}
          />
        </>
      ) : (
        <>
          <Text>{order.reporter ? `${order.reporter.name} ${order.reporter.phone}` : ''}</Text>
          <Text className="quiet">{t('contactBefore')}</Text>
          {asking.failure ? <FailureNote failure={asking.failure} /> : null}
          <Button
            id="show-phone"
            icon="phone"
            text={t('showPhone')}
            busy={asking.busy}
            onTap={async () => {
              const answer = await asking.run()
              if (answer) setContact(answer)
            }}
          />
        </>
      )}
    </Sheet>
  )
}
