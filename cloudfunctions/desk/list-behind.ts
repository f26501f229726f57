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

/** Records of each kind that one page reads; it shows those of them that the figure counts. */
const readPerKind = 100

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

/** Lists the records behind a figure, newest first, by the rules that count the figure. */
export const listBehind = action('desk', 'figureList', {
  async run({ input, caller }) {
    const estate = await readEstate(caller.estateId ?? '')
    const { first, last } = toDays(input, estate.zone)
    const from = estateInstant(first, '00:00', estate.zone).toISOString()
    const to = input.cursor ?? estateInstant(dayAfter(last), '00:00', estate.zone).toISOString()
    const range = { estateId: estate._id, key: op.gte(from).and(op.lt(to)) }
    const reading = {
      orderBy: ['key', 'desc'] as ['key', 'desc'],
      limit: readPerKind,
      leaveOut: ['outbox', 'marks'],
    }
    const [repairs, foundComplaints] = await Promise.all([
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
      ...foundComplaints.map((complaint): Behind => ({
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
    const page = found.slice(0, readPerKind)
    const hasMore =
      found.length > readPerKind || repairs.length === readPerKind || foundComplaints.length === readPerKind
    return {
      items: page.flatMap(record => viewRecord(record, input, caller)),
      next: hasMore ? (page[page.length - 1]?.key ?? null) : null,
    }
  },
})

/**
 * Whether the caller may open a complaint. A complaint about a person shows every butler only that it counts:
 * if it were missing on that person's phone, or opened only for the others, the figure would reveal it to
 * them.
 */
const mayOpen = ({ aboutPerson }: Complaint, caller: Caller): boolean =>
  aboutPerson === null
    ? hasPost(caller, 'butler', 'manager')
    : hasPost(caller, 'manager') && aboutPerson !== caller.openid

function viewRecord(
  record: Behind,
  { figure, dimension = 'all', value = '', missed }: Input<'desk', 'figureList'>,
  caller: Caller,
): FigureRecord[] {
  const part = record.counted.parts.find(each => each.figure === figure)
  if (
    !part ||
    !belongs({ counted: record.counted, part, dimension, value, caller }) ||
    (missed && !isMissed(part))
  )
    return []
  const { kind, id, at, open } = record
  const named = hasPost(caller, 'butler', 'manager')
  return [
    {
      // A caller who may not open the record does not learn which it is.
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

interface Belonging {
  counted: Counted
  part: Part
  dimension: string
  value: string
  caller: Caller
}

/**
 * Whether a record belongs to a value of a dimension. The committee cannot ask by person: it does not know
 * the staff.
 */
function belongs({ counted, part, dimension, value, caller }: Belonging): boolean {
  if (dimension === 'building') return counted.building === value
  if (dimension === 'category') return counted.category === value
  if (dimension === 'person') return hasPost(caller, 'butler', 'manager') && part.by?.id === value
  return true
}
