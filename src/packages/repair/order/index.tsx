import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Move, TimelineEntry, WorkOrder } from '@domain/repair/contract'
import { categoryWords } from '@domain/repair/wording'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { useLang } from '@/i18n/lang'
import { useKnownSession } from '@/state/session'
import { Badge, Button, Card, Empty, Icon, Row, Section } from '@/ui'
import { Clock, Page, States, StatusBadge } from '@/widgets'
import { nextClock } from '@/widgets/clock'
import { openOrder, usePlace } from '@/widgets/order-card'
import { Photos } from '@/ui/photos'
import { Timeline } from '@/ui/timeline'
import { showClock, showDay, showTime } from '@/i18n/when'
import { go } from '@/device/navigate'
import { useTexts, type RepairText } from '../texts'
import { QuoteCard, RateCard, RatingCard, VerifyCard } from './cards'
import { isSheet, MoveSheet, type SheetMove } from './sheets'
import { Step } from './step'

/** One page for everybody who has to do with an order; `order.actions` decides what they can do on it. */
export default function OrderPage() {
  const t = useTexts()
  const id = useRouter().params.id ?? ''
  const order = useLoad(() => cloud.repair.get({ id }), [id])
  const [sheet, setSheet] = useState<SheetMove>()
  const done = (now: WorkOrder) => {
    setSheet(undefined)
    // A write answers without addresses for the pictures: those known stay, new ones are asked for.
    const pictures = { ...order.data?.pictures, ...now.pictures }
    order.put({ ...now, pictures })
    if (fileIDsOf(now).some(fileID => !pictures[fileID])) void order.reload()
  }
  const stale = () => {
    void order.reload()
  }
  const data = order.data
  const foot = data ? footMoves(data) : []
  return (
    <Page
      title={t('orderTitle')}
      id="page-order"
      foot={
        data && foot.length ? (
          <View className="buttons">
            {foot.map((move, n) => (
              <MoveButton
                key={move}
                move={move}
                order={data}
                main={n === 0}
                onDone={done}
                onStale={stale}
                onSheet={setSheet}
              />
            ))}
          </View>
        ) : undefined
      }
      over={
        data && sheet ? (
          <MoveSheet
            move={sheet}
            order={data}
            onDone={done}
            onStale={stale}
            onClose={() => setSheet(undefined)}
          />
        ) : null
      }
    >
      {id ? (
        <States of={order} cards={3}>
          {now => <Body order={now} foot={foot} onDone={done} onStale={stale} onSheet={setSheet} />}
        </States>
      ) : (
        <Empty icon="list" title={t('listEmpty')} />
      )}
    </Page>
  )
}

/** Under the thumb: the step that comes next for this reader, and at most one beside it. */
const thumb: Move[] = ['grab', 'start', 'finish', 'accept', 'assign', 'quote']
const aside: Move[] = ['contact', 'urge', 'quote', 'assign', 'merge', 'cancel']
const footMoves = (order: WorkOrder): Move[] =>
  thumb.filter(move => order.actions.includes(move) && !(move === 'assign' && order.assignee)).slice(0, 2)

const fileIDsOf = (order: WorkOrder): string[] => [
  ...order.photos,
  ...order.timeline.flatMap(step => step.photos ?? []),
]

interface Doing {
  order: WorkOrder
  onDone: (order: WorkOrder) => void
  onStale: () => void
  onSheet: (move: SheetMove) => void
}

function MoveButton({ move, order, main, onDone, onStale, onSheet }: Doing & { move: Move; main?: boolean }) {
  const t = useTexts()
  const kind = main ? 'main' : move === 'cancel' ? 'danger' : 'plain'
  const text =
    move === 'cancel'
      ? t('cancelOrder')
      : move === 'assign' && order.assignee
        ? t('reassign')
        : t(move as RepairText)
  if (isSheet(move))
    return (
      <Button
        id={`action-${move}`}
        kind={kind}
        text={text}
        onTap={() => onSheet(move)}
        {...(move === 'contact' ? { icon: 'phone' as const } : {})}
      />
    )
  return (
    <Step
      id={`action-${move}`}
      kind={kind}
      text={text}
      onDone={onDone}
      onStale={onStale}
      {...(move === 'urge' || move === 'grab' || move === 'accept' ? { consent: 'repairProgress' } : {})}
      send={requestId =>
        cloud.repair[move as 'accept' | 'grab' | 'start' | 'urge']({ id: order.id }, { requestId })
      }
    />
  )
}

function useNext(order: WorkOrder): string {
  const t = useTexts()
  const name = order.assignee?.name
  if (order.mergedInto) return t('nextMerged')
  if (order.quote?.state === 'waiting') return t('nextQuote')
  switch (order.status) {
    case 'submitted':
      return t('nextSubmitted')
    case 'accepted':
      return t('nextAccepted')
    case 'assigned':
      return name ? t('nextAssigned', { name }) : t('nextAssignedNobody')
    case 'working':
      return name ? t('nextWorking', { name }) : t('nextWorkingNobody')
    case 'finished':
      return t('nextFinished')
    case 'closed':
      return t('nextClosed')
    case 'cancelled':
      return t('nextCancelled')
  }
}

const stepTexts: Record<TimelineEntry['what'], RepairText> = {
  submitted: 'whatSubmitted',
  accepted: 'whatAccepted',
  assigned: 'whatAssigned',
  grabbed: 'whatGrabbed',
  started: 'whatStarted',
  quoted: 'whatQuoted',
  quoteAgreed: 'whatQuoteAgreed',
  quoteDeclined: 'whatQuoteDeclined',
  finished: 'whatFinished',
  verified: 'whatVerified',
  reopened: 'whatReopened',
  closedByItself: 'whatClosedByItself',
  rated: 'whatRated',
  urged: 'whatUrged',
  cancelled: 'whatCancelled',
  merged: 'whatMerged',
  overdue: 'whatOverdue',
}

function Body({ order, foot, onDone, onStale, onSheet }: Doing & { foot: Move[] }) {
  const t = useTexts()
  const lang = useLang()
  const place = usePlace()
  const next = useNext(order)
  const may = (move: Move) => order.actions.includes(move)
  const show = (fileIDs: readonly string[] | undefined) =>
    (fileIDs ?? []).map(fileID => order.pictures[fileID] ?? '').filter(Boolean)
  const over = order.status === 'closed' || order.status === 'cancelled'
  const first = nextClock(order.clocks)
  const clocks = over
    ? []
    : [...(first ? [first] : []), ...order.clocks.filter(clock => clock.state === 'missed')]
  const after = [...order.timeline].reverse().find(step => step.what === 'finished')?.photos
  const others = aside.filter(move => may(move) && !foot.includes(move))
  const { appointment } = order
  return (
    <>
      <View className="head">
        <View className="head-what">
          <Icon name={order.category} big />
          <Text>{t(categoryWords[order.category])}</Text>
        </View>
        <View className="badges">
          <StatusBadge status={order.status} />
          {order.urgency === 'urgent' ? <Badge tone="bad" icon="bolt" text={t('urgent')} /> : null}
          {order.reopened ? (
            <Badge tone="warn" icon="back" text={t('reopenedTimes', { n: order.reopened })} />
          ) : null}
          {order.urged ? <Badge tone="warn" icon="bell" text={t('urgedTimes', { n: order.urged })} /> : null}
        </View>
      </View>

      {may('verify') ? (
        <VerifyCard order={order} onDone={onDone} onStale={onStale} onSheet={onSheet} />
      ) : null}
      {may('rate') ? <RateCard order={order} onDone={onDone} onStale={onStale} /> : null}
      {may('decideQuote') && order.quote ? (
        <QuoteCard order={order} onDone={onDone} onStale={onStale} />
      ) : null}

      <Card tone={over ? 'plain' : 'soft'} id="order-next">
        <Text className="head-next">{next}</Text>
        {clocks.map(clock => (
          <Clock key={clock.name} clock={clock} />
        ))}
        {order.mergedInto ? (
          <Button
            id="see-merged"
            kind="quiet"
            small
            text={t('seeMerged')}
            onTap={() => openOrder(order.mergedInto!)}
          />
        ) : null}
      </Card>

      <Section title={t('details')}>
        <Card>
          <Text className="card-text card-first">{order.description}</Text>
          <Photos urls={show(order.photos)} />
          <View className="rows">
            {place(order) ? <Row title={t('placeRow')} value={place(order)} /> : null}
            {appointment ? (
              <Row
                title={t('appointmentAt')}
                value={`${showDay(appointment.from, lang)} ${showClock(appointment.from)}–${showClock(appointment.to)}`}
              />
            ) : null}
            {order.assignee ? <Row title={t('technicianRow')} value={order.assignee.name} /> : null}
            {order.reporter ? (
              <Row title={t('reporterRow')} value={`${order.reporter.name} ${order.reporter.phone}`} />
            ) : null}
          </View>
          <Text className="card-meta" userSelect>
            {t('orderNo', { no: order.no })}
          </Text>
        </Card>
      </Section>
      {show(after).length ? (
        <Section title={t('photosAfter')}>
          <Card>
            <Photos urls={show(after)} />
          </Card>
        </Section>
      ) : null}
      {order.quote && !may('decideQuote') ? (
        <QuoteCard order={order} onDone={onDone} onStale={onStale} />
      ) : null}
      {order.rating ? <RatingCard rating={order.rating} /> : null}

      <Section title={t('timeline')}>
        <Card>
          <Timeline
            steps={order.timeline
              .map((step, n) => ({
                key: `${n}-${step.at}`,
                title: t(stepTexts[step.what]),
                when: showTime(step.at, lang),
                who: [t(step.by.role), step.by.name].filter(Boolean).join(' '),
                late: step.what === 'overdue',
                photos: show(step.photos),
                ...(step.note ? { note: step.note } : {}),
              }))
              .reverse()}
          />
        </Card>
      </Section>
      {order.reporter ? <Complain order={order} /> : null}
      {others.length ? (
        <Section title={t('actions')}>
          <View className="buttons">
            {others.map(move => (
              <MoveButton
                key={move}
                move={move}
                order={order}
                onDone={onDone}
                onStale={onStale}
                onSheet={onSheet}
              />
            ))}
          </View>
        </Section>
      ) : null}
    </>
  )
}

/** Whoever lives here can complain about how the repair went. */
function Complain({ order }: { order: WorkOrder }) {
  const t = useTexts()
  const known = useKnownSession().data
  if (!known?.houses.length) return null
  return (
    <Button
      id="complain"
      kind="quiet"
      icon="flag"
      text={t('complain')}
      onTap={() => go(`packages/complaint/submit/index?order=${order.id}&no=${order.no}`)}
    />
  )
}
