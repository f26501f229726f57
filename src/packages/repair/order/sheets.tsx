import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { call } from '@/device/phone'
import { Button, Choice, Empty, Field, Sheet } from '@/ui'
import { FailureNote, States } from '@/widgets'
import { OrderCard } from '@/widgets/order-card'
import { useTexts } from '../texts'
import { FinishSheet } from './finish-sheet'
import { QuoteSheet } from './quote-sheet'
import type { SheetMove, SheetProps } from './sheet-props'
import { Step } from './step'

const sheets: Record<SheetMove, (props: SheetProps) => JSX.Element> = {
  assign: AssignSheet,
  quote: QuoteSheet,
  finish: FinishSheet,
  verify: SendBackSheet,
  cancel: CancelSheet,
  merge: MergeSheet,
  contact: ContactSheet,
}

export function MoveSheet({ move, ...props }: SheetProps & { move: SheetMove }) {
  const Shown = sheets[move]
  return <Shown {...props} />
}

function AssignSheet({ order, onDone, onStale, onClose }: SheetProps) {
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

function SendBackSheet({ order, onDone, onStale, onClose }: SheetProps) {
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

function CancelSheet({ order, onDone, onStale, onClose }: SheetProps) {
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

function MergeSheet({ order, onDone, onStale, onClose }: SheetProps) {
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

function ContactSheet({ order, onClose }: SheetProps) {
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
