import type { Session } from '@domain/account/contract'
import type { Card as Order } from '@domain/repair/contract'
import { cloud } from '@/cloud/client'
import { useTexts } from '@/i18n/texts'
import { Button, Empty, Section } from '@/ui'
import { OrderCard, waitsFor } from '@/widgets/order-card'
import { go } from '@/device/navigate'

export interface Repairs {
  mine: Order[]
  queue: Order[]
  assigned: Order[]
}

const none = { items: [] as Order[], next: null }
const over = (order: Order): boolean => order.status === 'closed' || order.status === 'cancelled'

/** Urgent ones first, then the clock that runs out first. */
function pressing(a: Order, b: Order): number {
  if (a.urgency !== b.urgency) return a.urgency === 'urgent' ? -1 : 1
  const due = (order: Order) =>
    order.clocks
      .filter(clock => clock.state !== 'met')
      .map(clock => clock.dueAt)
      .sort()[0] ?? '9'
  return due(a) < due(b) ? -1 : 1
}

/** Whether the user works on the estate's repair orders. */
export const repairs = ({ roles }: Session): boolean =>
  roles.some(role => role === 'butler' || role === 'manager' || role === 'technician')

/** The repair orders that concern the user: their own, and those of their role. */
export async function loadRepairs(session: Session): Promise<Repairs> {
  const [mine, queue, assigned] = await Promise.all([
    session.houses.length ? cloud.repair.list({ scope: 'mine' }) : none,
    repairs(session) ? cloud.repair.list({ scope: 'queue' }) : none,
    session.roles.includes('technician') ? cloud.repair.list({ scope: 'assigned' }) : none,
  ])
  return { mine: mine.items, queue: queue.items, assigned: assigned.items }
}

/** Kept short, so that the sections below stay within reach. */
const shownOpen = 3

/** The open repair orders of the user's houses. */
export function MyRepairs({ mine }: Repairs) {
  const t = useTexts()
  const waiting = mine.filter(order => waitsFor(order))
  const open = mine.filter(order => !over(order) && !waitsFor(order)).sort(pressing)
  return (
    <>
      {waiting.length ? (
        <Section title={t('waitsForYou')}>
          {waiting.map(order => (
            <OrderCard key={order.id} order={order} ask={t(waitsFor(order)!.ask)} />
          ))}
        </Section>
      ) : null}
      {open.length ? (
        <Section title={t('openRepairs')}>
          {open.slice(0, shownOpen).map(order => (
            <OrderCard key={order.id} order={order} />
          ))}
          {open.length > shownOpen ? (
            <Button
              id="more-open"
              kind="plain"
              text={t('moreOpen', { n: open.length - shownOpen })}
              onTap={() => go('packages/repair/list/index')}
            />
          ) : null}
        </Section>
      ) : null}
      {waiting.length || open.length ? null : <Empty title={t('noOpen')} hint={t('noOpenHint')} />}
    </>
  )
}

/** The orders that wait for a butler, manager or technician. */
export function RepairWork({ session, queue, assigned }: Repairs & { session: Session }) {
  const t = useTexts()
  const technician = session.roles.includes('technician')
  // A finished one waits for the resident, not for the technician.
  const mine = assigned
    .filter(order => order.status === 'assigned' || order.status === 'working')
    .sort(pressing)
  const unassigned = queue
    .filter(order => order.status === 'submitted' || order.status === 'accepted')
    .sort(pressing)
  const rest = technician ? unassigned.filter(order => order.actions.includes('grab')) : unassigned
  const all = (
    <Button
      id="all-orders"
      kind="plain"
      icon="list"
      text={t('staffQueue')}
      onTap={() => go('packages/desk/queue/index')}
    />
  )
  if (!mine.length && !rest.length)
    return (
      <Section>
        <Empty title={t('queueEmpty')} hint={t('queueEmptyHint')} action={all} />
      </Section>
    )
  return (
    <>
      {mine.length ? (
        <Section title={t('queueMine')}>
          {mine.map(order => (
            <OrderCard key={order.id} order={order} />
          ))}
        </Section>
      ) : null}
      {rest.length ? (
        <Section title={t(technician ? 'queueGrab' : 'queueButler')}>
          {rest.slice(0, 10).map(order => (
            <OrderCard key={order.id} order={order} />
          ))}
        </Section>
      ) : null}
      <Section>{all}</Section>
    </>
  )
}
