import { useState } from 'react'
import type { Status } from '@domain/repair/contract'
import { statusWords } from '@domain/repair/wording'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { useTexts } from '@/i18n/texts'
import { Choice, Empty, Label } from '@/ui'
import { More, Page, States } from '@/widgets'
import { OrderCard } from '@/widgets/order-card'

const open: Status[] = ['submitted', 'accepted', 'assigned', 'working', 'finished']

/** The estate's work orders for staff; the actions are on the order's own page. */
export default function QueuePage() {
  const t = useTexts()
  const known = useKnownSession().data
  const technician = known?.roles.includes('technician') ?? false
  const [chosen, setChosen] = useState<'assigned' | 'queue'>()
  const scope = chosen ?? (technician ? 'assigned' : 'queue')
  const [status, setStatus] = useState<Status | 'all'>('all')
  const orders = usePages(
    cursor =>
      cloud.repair.list({ scope, ...(status === 'all' ? {} : { status }), ...(cursor ? { cursor } : {}) }),
    [scope, status],
  )
  return (
    <Page title={t('queueAll')} id="page-queue">
      {technician ? (
        <Label text="">
          <Choice
            name="scope"
            label={t('queueAll')}
            columns={2}
            value={scope}
            options={[
              { value: 'assigned', text: t('queueMine') },
              { value: 'queue', text: t('queueGrab') },
            ]}
            onChange={setChosen}
          />
        </Label>
      ) : (
        <Label text="">
          <Choice
            name="status"
            label={t('queueAll')}
            value={status}
            options={[
              { value: 'all', text: t('all') },
              ...open.map(value => ({ value, text: t(statusWords[value]) })),
            ]}
            onChange={setStatus}
          />
        </Label>
      )}
      <States of={orders} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="check" title={t('queueEmpty')} hint={t('queueEmptyHint')} />
          ) : (
            <>
              {items.map(order => (
                <OrderCard key={order.id} order={order} />
              ))}
              <More of={orders} />
            </>
          )
        }
      </States>
    </Page>
  )
}
