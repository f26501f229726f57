import { Text, View } from '@tarojs/components'
import type { Move, WorkOrder } from '@domain/repair/contract'
import { categoryWords } from '@domain/repair/wording'
import { go } from '@/device/navigate'
import { useLang } from '@/i18n/lang'
import { showClock, showDay, showTime } from '@/i18n/when'
import { useKnownSession } from '@/state/session'
import { Badge, Button, Card, Icon, Row, Section } from '@/ui'
import { Photos } from '@/ui/photos'
import { Timeline } from '@/ui/timeline'
import { Clock, StatusBadge } from '@/widgets'
import { nextClock, type ClockFace } from '@/widgets/clock'
import { openOrder, usePlace } from '@/widgets/order-card'
import { useTexts } from '../texts'
import { QuoteCard, RateCard, RatingCard, VerifyCard } from './cards'
import { aside, MoveButton, type ButtonMove, type Doing } from './move-button'
import { stepTexts, useNext } from './next'

const isOver = ({ status }: WorkOrder): boolean => status === 'closed' || status === 'cancelled'
const urlsOf = (order: WorkOrder, fileIDs: readonly string[] = []): string[] =>
  fileIDs.map(fileID => order.pictures[fileID] ?? '').filter(Boolean)

export function Body({ order, foot, onDone, onStale, onSheet }: Doing & { foot: readonly ButtonMove[] }) {
  const t = useTexts()
  const may = (move: Move) => order.actions.includes(move)
  const others = aside.filter(move => may(move) && !foot.includes(move))
  const doing = { order, onDone, onStale }
  return (
    <>
      <Head order={order} />
      {may('verify') ? <VerifyCard {...doing} onSheet={onSheet} /> : null}
      {may('rate') ? <RateCard {...doing} /> : null}
      {may('decideQuote') && order.quote ? <QuoteCard {...doing} /> : null}
      <NextCard order={order} />
      <Details order={order} />
      <PhotosAfter order={order} />
      {order.quote && !may('decideQuote') ? <QuoteCard {...doing} /> : null}
      {order.rating ? <RatingCard rating={order.rating} /> : null}
      <History order={order} />
      {order.reporter ? <Complain order={order} /> : null}
      {others.length ? (
        <Section title={t('actions')}>
          <View className="buttons">
            {others.map(move => (
              <MoveButton key={move} move={move} {...doing} onSheet={onSheet} />
            ))}
          </View>
        </Section>
      ) : null}
    </>
  )
}

function Head({ order }: { order: WorkOrder }) {
  const t = useTexts()
  return (
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
  )
}

/** The clock that is due first, and the missed ones. */
function clocksOf(order: WorkOrder): ClockFace[] {
  if (isOver(order)) return []
  const first = nextClock(order.clocks)
  return [...(first ? [first] : []), ...order.clocks.filter(clock => clock.state === 'missed')]
}

function NextCard({ order }: { order: WorkOrder }) {
  const t = useTexts()
  const next = useNext(order)
  const { mergedInto } = order
  return (
    <Card tone={isOver(order) ? 'plain' : 'soft'} id="order-next">
      <Text className="head-next">{next}</Text>
      {clocksOf(order).map(clock => (
        <Clock key={clock.name} clock={clock} />
      ))}
      {mergedInto ? (
        <Button
          id="see-merged"
          kind="quiet"
          small
          text={t('seeMerged')}
          onTap={() => openOrder(mergedInto)}
        />
      ) : null}
    </Card>
  )
}

function Details({ order }: { order: WorkOrder }) {
  const t = useTexts()
  const lang = useLang()
  const place = usePlace()(order)
  const { appointment, assignee, reporter } = order
  return (
    <Section title={t('details')}>
      <Card>
        {order.description ? <Text className="card-text card-first">{order.description}</Text> : null}
        <Photos urls={urlsOf(order, order.photos)} />
        <View className="rows">
          {place ? <Row title={t('placeRow')} value={place} /> : null}
          {appointment ? (
            <Row
              title={t('appointmentAt')}
              value={`${showDay(appointment.from, lang)} ${showClock(appointment.from)}–${showClock(appointment.to)}`}
            />
          ) : null}
          {assignee ? <Row title={t('technicianRow')} value={assignee.name} /> : null}
          {reporter ? <Row title={t('reporterRow')} value={`${reporter.name} ${reporter.phone}`} /> : null}
        </View>
        <Text className="card-meta" userSelect>
          {t('orderNo', { no: order.no })}
        </Text>
      </Card>
    </Section>
  )
}

/** The photos of the last completion; earlier ones stay in the history. */
function PhotosAfter({ order }: { order: WorkOrder }) {
  const t = useTexts()
  const finish = [...order.timeline].reverse().find(step => step.what === 'finished')
  const urls = urlsOf(order, finish?.photos)
  if (urls.length === 0) return null
  return (
    <Section title={t('photosAfter')}>
      <Card>
        <Photos urls={urls} />
      </Card>
    </Section>
  )
}

function History({ order }: { order: WorkOrder }) {
  const t = useTexts()
  const lang = useLang()
  const steps = order.timeline
    .map((step, n) => ({
      key: `${n}-${step.at}`,
      title: t(stepTexts[step.what]),
      when: showTime(step.at, lang),
      who: [t(step.by.role), step.by.name].filter(Boolean).join(' '),
      late: step.what === 'overdue',
      photos: urlsOf(order, step.photos),
      ...(step.note ? { note: step.note } : {}),
    }))
    .reverse()
  return (
    <Section title={t('timeline')}>
      <Card>
        <Timeline steps={steps} />
      </Card>
    </Section>
  )
}

/** The residents of the house may complain about how the repair went. */
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
