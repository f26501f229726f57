import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Move, TimelineEntry, WorkOrder } from '@domain/repair/contract'
import { categoryWords } from '@domain/repair/wording'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { useLang } from '@/i18n/lang'
import { useT, useTexts, useWords } from '@/i18n/texts'
import { useKnownSession } from '@/cloud/session'
import { Badge, Button, Card, Clock, Empty, Icon, Page, Row, Section, States, StatusBadge } from '@/ui'
import { nextClock } from '@/ui/clock'
import { openOrder, usePlace } from '@/ui/order-card'
import { Photos } from '@/ui/photos'
import { Timeline } from '@/ui/timeline'
import { showClock, showDay, showTime } from '@/ui/when'
import { go } from '@/ui/platform'
import { texts, type RepairText } from '../texts'
import { QuoteCard, RateCard, RatingCard, VerifyCard } from './cards'
import { isSheet, MoveSheet, type SheetMove } from './sheets'
import { Step } from './step'

/** One page for everybody who has to do with an order; `order.actions` decides what they can do on it. */
export default function OrderPage() {
  const x = useTexts(texts)
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
      title={x('orderTitle')}
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
        <Empty icon="list" title={x('listEmpty')} />
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
  const x = useTexts(texts)
  const kind = main ? 'main' : move === 'cancel' ? 'danger' : 'plain'
  const text =
    move === 'cancel'
      ? x('cancelOrder')
      : move === 'assign' && order.assignee
        ? x('reassign')
        : x(move as RepairText)
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
  const x = useTexts(texts)
  const name = order.assignee?.name
  if (order.mergedInto) return x('nextMerged')
  if (order.quote?.state === 'waiting') return x('nextQuote')
  switch (order.status) {
    case 'submitted':
      return x('nextSubmitted')
    case 'accepted':
      return x('nextAccepted')
    case 'assigned':
      return name ? x('nextAssigned', { name }) : x('nextAssignedNobody')
    case 'working':
      return name ? x('nextWorking', { name }) : x('nextWorkingNobody')
    case 'finished':
      return x('nextFinished')
    case 'closed':
      return x('nextClosed')
    case 'cancelled':
      return x('nextCancelled')
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
  const t = useT()
  const say = useWords()
  const x = useTexts(texts)
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
          <Text>{say(categoryWords[order.category])}</Text>
        </View>
        <View className="badges">
          <StatusBadge status={order.status} />
          {order.urgency === 'urgent' ? <Badge tone="bad" icon="bolt" text={t('urgent')} /> : null}
          {order.reopened ? (
            <Badge tone="warn" icon="back" text={x('reopenedTimes', { n: order.reopened })} />
          ) : null}
          {order.urged ? <Badge tone="warn" icon="bell" text={x('urgedTimes', { n: order.urged })} /> : null}
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
            text={x('seeMerged')}
            onTap={() => openOrder(order.mergedInto!)}
          />
        ) : null}
      </Card>

      <Section title={x('details')}>
        <Card>
          <Text className="card-text card-first">{order.description}</Text>
          <Photos urls={show(order.photos)} />
          <View className="rows">
            {place(order) ? <Row title={x('placeRow')} value={place(order)} /> : null}
            {appointment ? (
              <Row
                title={x('appointmentAt')}
                value={`${showDay(appointment.from, lang)} ${showClock(appointment.from)}–${showClock(appointment.to)}`}
              />
            ) : null}
            {order.assignee ? <Row title={x('technicianRow')} value={order.assignee.name} /> : null}
            {order.reporter ? (
              <Row title={x('reporterRow')} value={`${order.reporter.name} ${order.reporter.phone}`} />
            ) : null}
          </View>
          <Text className="card-meta" userSelect>
            {x('orderNo', { no: order.no })}
          </Text>
        </Card>
      </Section>
      {show(after).length ? (
        <Section title={x('photosAfter')}>
          <Card>
            <Photos urls={show(after)} />
          </Card>
        </Section>
      ) : null}
      {order.quote && !may('decideQuote') ? (
        <QuoteCard order={order} onDone={onDone} onStale={onStale} />
      ) : null}
      {order.rating ? <RatingCard rating={order.rating} /> : null}

      <Section title={x('timeline')}>
        <Card>
          <Timeline
            steps={order.timeline
              .map((step, n) => ({
                key: `${n}-${step.at}`,
                title: x(stepTexts[step.what]),
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
        <Section title={x('actions')}>
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
  const x = useTexts(texts)
  const known = useKnownSession().data
  if (!known?.houses.length) return null
  return (
    <Button
      id="complain"
      kind="quiet"
      icon="flag"
      text={x('complain')}
      onTap={() => go(`packages/complaint/submit/index?order=${order.id}&no=${order.no}`)}
    />
  )
}
