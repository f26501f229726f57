import { createHash } from 'node:crypto'
import { sortKey } from '@domain/kernel/paging'
import { deriveFields } from '@domain/repair/clocks'
import { categories, type Status } from '@domain/repair/contract'
import type { By, Order, Step, StoredClock } from '@domain/repair/order'
import { estateOne, estateTwo, housesOne, housesTwo } from '../tools/demo/estates'
import { namedPeople, otherResidents } from '../tools/demo/people'
import { schema } from '../cloudfunctions/schema'
import { Database } from '../localcloud/documents/database'
import type { Doc } from '../localcloud/documents/values'
import { vehicles } from './vehicles'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const openStates: readonly Status[] = ['submitted', 'accepted', 'assigned', 'working']
const technicians = ['demo-technician', 'demo-technician-2']

const fiveYears = 5 * 365 * DAY

/**
 * Writes the demonstration estate with `count` orders and `cars` vehicles into the database of `dir`. No
 * process may be running there. The orders are spread over the last `span` ms.
 */
export function fill(dir: string, count: number, { span = fiveYears, cars = count } = {}): void {
  const database = new Database(dir, schema)
  const people = [...namedPeople(housesOne, housesTwo), ...otherResidents(housesOne)]
  const residents = people.filter(person => person.estateId === estateOne._id && person.houses.length > 0)
  const asDocs = (records: readonly object[]) => records as Doc[]
  database.bulkInsert('estates', asDocs([estateOne, estateTwo]))
  database.bulkInsert('houses', asDocs([...housesOne, ...housesTwo]))
  database.bulkInsert('persons', asDocs(people))
  database.bulkInsert('orders', orders(count, residents, span) as Iterable<object> as Iterable<Doc>)
  database.bulkInsert('vehicles', vehicles(cars) as Iterable<object> as Iterable<Doc>)
  database.close()
}

export const orderId = (n: number): string =>
  createHash('sha256')
    .update(`order ${String(n)}`)
    .digest('hex')
    .slice(0, 32)

type Resident = ReturnType<typeof namedPeople>[number]

/**
 * Yields orders evenly over the span, the newest last. Every tenth is open and every twentieth belongs to
 * `demo-owner`: far more than in reality, so that each list fills a page among a thousand orders and has long
 * ranges among a million.
 */
function* orders(count: number, residents: readonly Resident[], span: number): Generator<Order> {
  const now = Date.now()
  for (let n = 0; n < count; n++)
    yield order(
      n,
      now - span + Math.floor(((span - MINUTE) * n) / count),
      residents[n % 20 === 1 ? 0 : n % residents.length] as Resident,
    )
}

/**
 * Every tenth order is open, in each open state in turn; every twentieth is cancelled, the others are closed.
 */
function statusOf(n: number): Status {
  if (n % 10 === 7) return openStates[Math.floor(n / 10) % 4] as Status
  return n % 20 === 3 ? 'cancelled' : 'closed'
}

const laterThan =
  (at: number) =>
  (minutes: number): string =>
    new Date(at + minutes * MINUTE).toISOString()

function clocksOf(at: number, status: Status): StoredClock[] {
  const later = laterThan(at)
  const finishedAt = openStates.includes(status) ? null : later(26 * 60)
  return [
    { name: 'accept', dueAt: later(120), metAt: status === 'submitted' ? null : later(40), told: true },
    { name: 'finish', dueAt: later(3 * 24 * 60), metAt: finishedAt, told: true },
  ]
}

function timelineOf(at: number, status: Status, by: By): Step[] {
  const later = laterThan(at)
  const desk: By = { openid: 'demo-butler', role: 'butler', name: '林管家' }
  const timeline: Step[] = [{ at: later(0), by, what: 'submitted' }]
  if (isAssigned(status)) timeline.push({ at: later(40), by: desk, what: 'assigned' })
  if (status === 'closed')
    timeline.push(
      { at: later(26 * 60), by: desk, what: 'finished', note: '更换阀芯，已试水十分钟不滴漏' },
      { at: later(30 * 60), by, what: 'verified' },
    )
  return timeline
}

const isAssigned = (status: Status): boolean => !['submitted', 'accepted', 'cancelled'].includes(status)

/** Every tenth order is in a public place, the others are in the reporter's house. */
function placeOf(n: number, { houses }: Resident): Pick<Order, 'place' | 'houseId' | 'house' | 'facility'> {
  if (n % 10 === 0)
    return { place: 'public', houseId: null, house: null, facility: `${String((n % 59) + 1)} 号楼路灯` }
  const [house] = houses
  return { place: 'house', houseId: house?.houseId ?? null, house: house?.code ?? null, facility: null }
}

function order(n: number, at: number, reporter: Resident): Order {
  const _id = orderId(n)
  const created = new Date(at)
  const createdAt = created.toISOString()
  const status = statusOf(n)
  const technician = isAssigned(status) ? (technicians[Math.floor(n / 40) % 2] as string) : null
  const clocks = clocksOf(at, status)
  const timeline = timelineOf(at, status, { openid: reporter._id, role: 'resident', name: reporter.name })
  return {
    _id,
    estateId: 'tianma',
    no: `${createdAt.slice(2, 10).replaceAll('-', '')}-${_id.slice(0, 10).toUpperCase()}`,
    key: sortKey(created, _id),
    rev: timeline.length,
    status,
    open: openStates.includes(status),
    ...placeOf(n, reporter),
    category: categories[n % categories.length] ?? 'other',
    urgency: n % 30 === 0 ? 'urgent' : 'normal',
    description: '厨房水龙头关不紧，一直滴水，晚上声音很大',
    photos: [],
    unchecked: [],
    appointment: null,
    clocks,
    ...deriveFields({ clocks, _id, createdAt }),
    assignee: technician ? { id: technician, name: '王师傅' } : null,
    assigneeId: technician,
    quote: null,
    rating: status === 'closed' ? { speed: 5, quality: 4, attitude: 5, comment: null } : null,
    reopened: 0,
    urged: 0,
    urgedAt: null,
    mergedInto: null,
    reporters: [reporter._id],
    contact: { name: reporter.name, phone: reporter.phone },
    timeline,
    outbox: [],
    outboxDue: false,
    marks: [],
    createdAt,
    changedKey: sortKey(created, _id),
  }
}
