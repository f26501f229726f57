import { Text, View } from '@tarojs/components'
import type { Session } from '@domain/account/contract'
import type { Card as Order } from '@domain/repair/contract'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { askSession, estateName } from '@/cloud/session'
import { useT } from '@/i18n/texts'
import { Button, Empty, Page, Section, States } from '@/ui'
import { call } from '@/ui/phone'
import { go } from '@/ui/platform'
import { OrderCard, waitsFor } from '@/ui/order-card'
import { Tile } from '@/ui/tile'

interface Home {
  session: Session
  mine: Order[]
  queue: Order[]
  assigned: Order[]
}

const none = { items: [] as Order[], next: null }
const over = (order: Order): boolean => order.status === 'closed' || order.status === 'cancelled'

/** Urgent ones first, then the clock that runs out first. */
function pressing(a: Order, b: Order): number {
  if (a.urgency !== b.urgency) return a.urgency === 'urgent' ? -1 : 1
  const due = (order: Order) => order.clocks.filter(clock => clock.state !== 'met').map(clock => clock.dueAt).sort()[0] ?? '9'
  return due(a) < due(b) ? -1 : 1
}

async function loadHome(): Promise<Home> {
  const session = await askSession()
  const { roles, houses } = session
  const [mine, queue, assigned] = await Promise.all([
    houses.length ? cloud.repair.list({ scope: 'mine' }) : none,
    roles.includes('butler') || roles.includes('manager') || roles.includes('technician') ? cloud.repair.list({ scope: 'queue' }) : none,
    roles.includes('technician') ? cloud.repair.list({ scope: 'assigned' }) : none,
  ])
  return { session, mine: mine.items, queue: queue.items, assigned: assigned.items }
}

/** Answers first: what is going on with my things, and what waits for me. */
export default function HomePage() {
  const t = useT()
  const home = useLoad(loadHome)
  const known = home.data?.session
  return (
    <Page tab id='page-home' title={estateName(known) || t('appName')}>
      <States of={home}>
        {data => (
          <>
            <Hello session={data.session} />
            {data.session.roles.some(role => role === 'butler' || role === 'manager' || role === 'technician') ? <StaffHome {...data} /> : null}
            {data.session.houses.length ? <ResidentHome orders={data.mine} /> : null}
            {data.session.houses.length || data.session.roles.length ? null : <NotBound session={data.session} />}
          </>
        )}
      </States>
    </Page>
  )
}

function Hello({ session }: { session: Session }) {
  const t = useT()
  const hour = new Date(Date.now() + (session.estate?.utcOffset ?? 480) * 60_000).getUTCHours()
  const greeting = t(hour < 11 ? 'goodMorning' : hour < 18 ? 'goodDay' : 'goodEvening')
  const where = [...session.houses.map(house => t('houseNo', { code: house.code })), ...session.roles.map(role => t(role))].join(' · ')
  return (
    <View className='hello'>
      <Text className='hello-name'>{session.person.name ? t('greet', { greeting, name: session.person.name }) : greeting}</Text>
      {where ? <Text className='hello-place'>{where}</Text> : null}
    </View>
  )
}

/** So many that the services below stay within reach. */
const shownOpen = 3

function ResidentHome({ orders }: { orders: Order[] }) {
  const t = useT()
  const waiting = orders.filter(order => waitsFor(order))
  const open = orders.filter(order => !over(order) && !waitsFor(order)).sort(pressing)
  return (
    <>
      {waiting.length ? (
        <Section title={t('waitsForYou')}>
          {waiting.map(order => <OrderCard key={order.id} order={order} ask={t(waitsFor(order)!.ask)} />)}
        </Section>
      ) : null}
      {open.length ? (
        <Section title={t('openRepairs')}>
          {open.slice(0, shownOpen).map(order => <OrderCard key={order.id} order={order} />)}
          {open.length > shownOpen ? <Button id='more-open' kind='plain' text={t('moreOpen', { n: open.length - shownOpen })} onTap={() => go('packages/repair/list/index')} /> : null}
        </Section>
      ) : null}
      {waiting.length || open.length ? null : <Empty title={t('noOpen')} hint={t('noOpenHint')} />}
      <Section title={t('services')}>
        <View className='tiles'>
          <Tile id='service-repair' main icon='wrench' name={t('reportRepair')} hint={t('repairHint')} onTap={() => go('packages/repair/file/index')} />
          <Tile id='service-my-repairs' icon='list' name={t('myRepairs')} hint={t('myRepairsHint')} onTap={() => go('packages/repair/list/index')} />
        </View>
      </Section>
    </>
  )
}

function StaffHome({ session, queue, assigned }: Home) {
  const t = useT()
  const technician = session.roles.includes('technician')
  // A finished one waits for the resident, not for the technician.
  const mine = assigned.filter(order => order.status === 'assigned' || order.status === 'working').sort(pressing)
  const unassigned = queue.filter(order => order.status === 'submitted' || order.status === 'accepted').sort(pressing)
  const grabbable = unassigned.filter(order => order.actions.includes('grab'))
  const rest = technician ? grabbable : unassigned
  const all = <Button id='all-orders' kind='plain' icon='list' text={t('staffQueue')} onTap={() => go('packages/desk/queue/index')} />
  if (!mine.length && !rest.length) return <Section><Empty title={t('queueEmpty')} hint={t('queueEmptyHint')} action={all} /></Section>
  return (
    <>
      {mine.length ? <Section title={t('queueMine')}>{mine.map(order => <OrderCard key={order.id} order={order} />)}</Section> : null}
      {rest.length ? <Section title={t(technician ? 'queueGrab' : 'queueButler')}>{rest.slice(0, 10).map(order => <OrderCard key={order.id} order={order} />)}</Section> : null}
      <Section>{all}</Section>
    </>
  )
}

function NotBound({ session }: { session: Session }) {
  const t = useT()
  const phone = session.estate?.phone
  const hint = session.pending.length ? session.pending.map(house => t('pendingHouse', { code: house.code })).join(' ') : t('notBoundHint')
  return (
    <Empty
      icon='home' title={t('notBound')} hint={hint}
      action={phone ? <Button icon='phone' text={t('callOffice')} onTap={() => call(phone)} /> : undefined}
    />
  )
}
