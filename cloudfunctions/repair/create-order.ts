import type { Input } from '@domain/contract'
import { forbidden, invalid, Refusal } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { isResident, type Caller } from '@domain/kernel/people'
import { orderNumber } from '@domain/kernel/record-number'
import type { Mark } from '@domain/notice/outbox'
import { deriveFields, firstClocks } from '@domain/repair/clocks'
import type { WorkOrder } from '@domain/repair/contract'
import type { Order } from '@domain/repair/order'
import { viewOrder } from '@domain/repair/view'
import { readEstate, type SetEstate } from '../_kit/estate'
import { countUse, houseOf } from '../_kit/limits'
import { addOnce } from '../_kit/outbox'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { authorOf, madeKey } from '../_services/consult/records'
import { orders } from '../_services/repair/records'
import { actorOf, applyChange } from '../_services/repair/write'

type CreateInput = Input<'repair', 'create'>

/**
 * Files a repair. Idempotent: its id comes from caller and requestId, or from the message that it is made
 * from.
 */
export const createOrder = action('repair', 'create', {
  async run({ input, caller: sender, person, now, requestKey, request }) {
    const caller = input.fromMessage === undefined ? sender : await authorOf(input.fromMessage, sender, now)
    if (!isResident(caller)) throw forbidden()
    check(input, caller, now)
    const estate = await readEstate(caller.estateId ?? '')
    const id = input.fromMessage === undefined ? requestKey : madeKey('repair', input.fromMessage)
    const order = draft(input, { caller, estate, now, id, mark: { ...request, key: id } })
    await countUse({ caller: sender, person, now, request }, estate, {
      amounts: { repairsPerHour: 1, uploadsPerHour: order.photos.length },
      findMade: () => orders.byId(id),
      house: houseOf(caller, input.houseId),
    })
    await refuseUnsafe(sender.openid, input.description)
    const made = await addOnce(orders, order, request)
    return made === order ? viewOrder(order, caller, now) : asFiled(made, caller, estate)
  },
})

/** The order as it was when it was filed, even if it has changed since: the first answer to the request. */
function asFiled(made: Order, caller: Caller, estate: SetEstate): WorkOrder {
  const then = new Date(made.createdAt)
  const { place, category, urgency, description, photos } = made
  const filed: CreateInput = {
    place,
    category,
    urgency,
    description,
    photos,
    ...(made.houseId ? { houseId: made.houseId } : {}),
    ...(made.facility ? { facility: made.facility } : {}),
    ...(made.appointment ? { appointment: made.appointment } : {}),
  }
  const order = draft(filed, { caller, estate, now: then, id: made._id, mark: null })
  return viewOrder(order, caller, then)
}

function check(input: CreateInput, caller: Caller, now: Date): void {
  if (input.place === 'house') {
    if (!input.houseId) throw invalid('houseId', '请选择房屋', 'Please choose the house')
    if (!caller.houses.some(house => house.houseId === input.houseId)) throw new Refusal('FORBIDDEN')
  } else if (input.houseId && !caller.houses.some(house => house.houseId === input.houseId))
    throw new Refusal('FORBIDDEN')
  const { appointment } = input
  if (!appointment) return
  if (appointment.from >= appointment.to)
    throw invalid('appointment.to', '结束时间要晚于开始时间', 'Must end after it begins')
  if (Date.parse(appointment.to) <= now.getTime())
    throw invalid('appointment.from', '预约时间已过', 'This time has passed')
}

interface Filing {
  caller: Caller
  estate: SetEstate
  now: Date
  id: string
  mark: Mark | null
}

function draft(input: CreateInput, { caller, estate, now, id, mark }: Filing): Order {
  const house = caller.houses.find(({ houseId }) => houseId === input.houseId)
  const photos = input.photos ?? []
  const appointment = input.appointment ?? null
  const clocks = firstClocks({ urgency: input.urgency, appointment }, now, {
    zone: estate.zone,
    hours: estate.hours,
    promises: estate.settings.repair,
  })
  const blank: Order = {
    _id: id,
    estateId: estate._id,
    no: orderNumber({ at: now, zone: estate.zone, id }),
    key: sortKey(now, id),
    rev: 0,
    status: 'submitted',
    open: true,
    place: input.place,
    houseId: input.place === 'house' ? (house?.houseId ?? null) : null,
    house: input.place === 'house' ? (house?.code ?? null) : null,
    facility: input.facility ?? null,
    category: input.category,
    urgency: input.urgency,
    description: input.description,
    photos,
    unchecked: photos,
    appointment,
    clocks,
    ...deriveFields({ clocks, _id: id, createdAt: now.toISOString() }),
    assignee: null,
    assigneeId: null,
    quote: null,
    rating: null,
    reopened: 0,
    urged: 0,
    urgedAt: null,
    mergedInto: null,
    reporters: [caller.openid],
    contact: { name: caller.name, phone: caller.phone },
    timeline: [],
    outbox: [],
    outboxDue: false,
    marks: [],
    createdAt: now.toISOString(),
    changedKey: '',
  }
  return applyChange(
    blank,
    { set: {}, step: { what: 'submitted' }, notify: [{ kind: 'submitted', to: { post: 'butler' } }] },
    { by: { ...actorOf(caller, null), role: 'resident' }, now, mark },
  )
}
