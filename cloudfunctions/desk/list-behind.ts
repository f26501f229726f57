import type { Complaint } from '@domain/complaint/complaint'
import type { Input } from '@domain/contract'
import type { FigureRecord } from '@domain/desk/contract'
import { averages } from '@domain/desk/figure-names'
import { countComplaint, countOrder, dayAfter, type Counted, type Part } from '@domain/desk/figures'
import { estateInstant } from '@domain/kernel/estate-time'
import { hasPost, type Caller } from '@domain/kernel/people'
import { readEstate } from '../_kit/estate'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { complaints } from '../_services/complaint/records'
import { toDays } from '../_services/desk/read-tallies'
import { orders } from '../_services/repair/records'

/** Records of each kind that one page looks at; of these it shows those that count. */
const looked = 100

interface Behind {
  key: string
  kind: FigureRecord['kind']
  id: string
  no: string
  house: string | null
  at: string
  counted: Counted
  open: boolean
}

/** The records behind a figure, newest first, by the same rules as it is counted by. */
export const listBehind = action('desk', 'figureList', {
  async run({ input, caller }) {
    const estate = await readEstate(caller.estateId ?? '')
    const { first, last } = toDays(input, estate.zone)
    const from = estateInstant(first, '00:00', estate.zone).toISOString()
    const to = input.cursor ?? estateInstant(dayAfter(last), '00:00', estate.zone).toISOString()
    const range = { estateId: estate._id, key: op.gte(from).and(op.lt(to)) }
    const reading = {
      orderBy: ['key', 'desc'] as ['key', 'desc'],
      limit: looked,
      leaveOut: ['outbox', 'marks'],
    }
    const [repairs, grievances] = await Promise.all([
      orders.find(range, reading),
      complaints.find(range, reading),
    ])
    const found: Behind[] = [
      ...repairs.map((order): Behind => ({
        key: order.key,
        kind: 'repair',
        id: order._id,
        no: order.no,
        house: order.house,
        at: order.createdAt,
        counted: countOrder(order),
        open: hasPost(caller, 'butler', 'manager'),
      })),
      ...grievances.map((complaint): Behind => ({
        key: complaint.key,
        kind: 'complaint',
        id: complaint._id,
        no: complaint.no,
        house: complaint.house,
        at: complaint.createdAt,
        counted: countComplaint(complaint),
        open: mayOpen(complaint, caller),
      })),
    ].sort((a, b) => b.key.localeCompare(a.key))
    const page = found.slice(0, looked)
    const isMore = found.length > looked || repairs.length === looked || grievances.length === looked
    return {
      items: page.flatMap(record => shown(record, input, caller)),
      next: isMore ? (page[page.length - 1]?.key ?? null) : null,
    }
  },
})

/**
 * What is about a person shows no more than that it counts, to every butler alike: were it missing on that
 * person's phone, or there on the others' alone, the figure would tell them of it.
 */
const mayOpen = ({ aboutPerson }: Complaint, caller: Caller): boolean =>
  aboutPerson === null
    ? hasPost(caller, 'butler', 'manager')
    : hasPost(caller, 'manager') && aboutPerson !== caller.openid

function shown(
  record: Behind,
  { figure, dimension = 'all', value = '', missed }: Input<'desk', 'figureList'>,
  caller: Caller,
): FigureRecord[] {
  const part = record.counted.parts.find(each => each.figure === figure)
  if (!part || !belongs(record.counted, part, dimension, value, caller) || (missed && !isMissed(part)))
    return []
  const { kind, id, at, open } = record
  const named = hasPost(caller, 'butler', 'manager')
  return [
    {
      // Whoever may not open it does not learn which it is.
      kind,
      id: open ? id : `hidden-${String(Date.parse(at))}`,
      no: open || !named ? record.no : '',
      category: record.counted.category,
      house: open ? record.house : null,
      at,
      sum: part.sum,
      count: part.count,
      link: open ? `packages/${kind}/${kind === 'repair' ? 'order' : 'complaint'}/index?id=${id}` : null,
    },
  ]
}

const isMissed = ({ figure, sum, count }: Part): boolean =>
  !averages.includes(figure) && (figure === 'reopened' ? sum > 0 : sum < count)

/** The committee cannot ask by person: it does not know who they are. */
function belongs(
  { building, category }: Counted,
  { by }: Part,
  dimension: string,
  value: string,
  caller: Caller,
): boolean {
  if (dimension === 'building') return building === value
  if (dimension === 'category') return category === value
  if (dimension === 'person') return hasPost(caller, 'butler', 'manager') && by?.id === value
  return true
}
