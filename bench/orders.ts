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
 * Writes the demonstration estate with `count` orders and as many vehicles into `dir`, without a process: what a process started there finds.
 * @param more.span ms before now in which the orders were made
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
 * Orders, evenly over the span, the newest last. Every tenth is open and every twentieth is `demo-owner`'s, far more than
 * in life, so that each list has a full page among a thousand and long ranges among a million.
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

function order(n: number, at: number, reporter: Resident): Order {
  const _id = orderId(n)
  const created = new Date(at)
  const createdAt = created.toISOString()
  const isOpen = n % 10 === 7
  const status: Status = isOpen
    ? (openStates[Math.floor(n / 10) % 4] as Status)
    : n % 20 === 3
      ? 'cancelled'
      : 'closed'
  const isTaken = status !== 'submitted' && status !== 'accepted' && status !== 'cancelled'
  const technician = isTaken ? (technicians[Math.floor(n / 40) % 2] as string) : null
  const house = reporter.houses[0]
  const isPublic = n % 10 === 0
  const later = (minutes: number) => new Date(at + minutes * MINUTE).toISOString()
  const met = (minutes: number) => (isOpen ? null : later(minutes))
  const clocks: StoredClock[] = [
    { name: 'accept', dueAt: later(120), metAt: status === 'submitted' ? null : later(40), told: true },
    { name: 'finish', dueAt: later(3 * 24 * 60), metAt: met(26 * 60), told: true },
  ]
  const by: By = { openid: reporter._id, role: 'resident', name: reporter.name }
  const desk: By = { openid: 'demo-butler', role: 'butler', name: '林管家' }
  const timeline: Step[] = [{ at: createdAt, by, what: 'submitted' }]
  if (isTaken) timeline.push({ at: later(40), by: desk, what: 'assigned' })
  if (status === 'closed')
    timeline.push(
      { at: later(26 * 60), by: desk, what: 'finished', note: '更换阀芯，已试水十分钟不滴漏' },
      { at: later(30 * 60), by, what: 'verified' },
    )
  return {
    _id,
    estateId: 'tianma',
    no: `${createdAt.slice(2, 10).replaceAll('-', '')}-${_id.slice(0, 10).toUpperCase()}`,
    key: sortKey(created, _id),
    rev: timeline.length,
    status,
    open: isOpen,
    place: isPublic ? 'public' : 'house',
    houseId: isPublic ? null : (house?.houseId ?? null),
    house: isPublic ? null : (house?.code ?? null),
    facility: isPublic ? `${String((n % 59) + 1)} 号楼路灯` : null,
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
