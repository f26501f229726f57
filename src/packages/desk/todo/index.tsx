import { Text, View } from '@tarojs/components'
import type { TodoItem } from '@domain/desk/contract'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Badge, Card, Empty, Icon, type IconName } from '@/ui'
import { Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { useNow } from '@/ui/use-now'
import { showSpan, showTime } from '@/i18n/when'
import { useTexts } from '../texts'

const icons: Record<TodoItem['kind'], IconName> = {
  assign: 'wrench',
  repair: 'wrench',
  complaint: 'flag',
  callBack: 'phone',
  binding: 'user',
  walkIn: 'bell',
  overstay: 'clock',
  conflict: 'offline',
  vehicle: 'pin',
  consult: 'bell',
  heldBack: 'alert',
}

/** The user's tasks, most urgent first, each with its clock. */
export default function TodoPage() {
  useKnownSession()
  const t = useTexts()
  const todo = useLoad(() => cloud.desk.todo({}))
  return (
    <Page title={t('todoTitle')} id="page-todo" who={['butler', 'technician', 'guard', 'manager']}>
      <States of={todo} cards={4}>
        {({ items, more }) =>
          items.length === 0 ? (
            <Empty icon="check" title={t('todoEmpty')} hint={t('todoEmptyHint')} />
          ) : (
            <>
              {items.map(item => (
                <Item key={`${item.kind}${item.id}`} item={item} />
              ))}
              {more ? <Text className="quiet hint">{t('todoMore')}</Text> : null}
            </>
          )
        }
      </States>
    </Page>
  )
}

function Item({ item }: { item: TodoItem }) {
  const t = useTexts()
  const lang = useLang()
  const now = useNow()
  const grabs = useKnownSession().data?.roles.includes('technician') ?? false
  const kind = t(item.kind === 'assign' && grabs ? 'grab' : item.kind)
  const title = kind === t(item.what) ? kind : `${kind} · ${t(item.what)}`
  return (
    <Card
      id={`todo-${item.id}`}
      tone={item.urgent ? 'waiting' : 'plain'}
      label={title}
      onTap={() => go(item.link)}
    >
      <View className="card-top">
        <View className="card-what">
          <Icon name={icons[item.kind]} />
          <Text>{title}</Text>
        </View>
        <DueBadge item={item} now={now} />
      </View>
      {item.about ? <Text className="card-text card-cut">{item.about}</Text> : null}
      <Text className="card-meta">
        {[item.house && t('houseNo', { code: item.house }), showTime(item.since, lang)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Card>
  )
}

/** An item due within this many ms is shown as pressing. */
const pressingWithin = 3_600_000

/** The time left until the item is due or the time overdue; without a due time, how long it has waited. */
function DueBadge({ item: { dueAt, since }, now }: { item: TodoItem; now: number }) {
  const t = useTexts()
  const lang = useLang()
  if (dueAt === null) {
    const time = showSpan(now - Date.parse(since), lang)
    return <Badge text={t('waited', { time })} tone="quiet" icon="clock" />
  }
  const left = Date.parse(dueAt) - now
  const time = showSpan(left, lang)
  if (left < 0) return <Badge text={t('overdueBy', { time })} tone="bad" icon="alert" />
  return <Badge text={t('dueIn', { time })} tone={left < pressingWithin ? 'warn' : 'info'} icon="clock" />
}
