import { hasPost, type Caller } from '../kernel/people'
import { maskPhone } from '../kernel/phone'
import { viewClock } from './clocks'
import type { Card, WorkOrder } from './contract'
import { isReporter, isTheirs, type Order, type Step } from './order'
import { movesFor } from './states'

const isStaff = (caller: Caller): boolean => hasPost(caller, 'butler', 'technician', 'manager')

/**
 * Whether the caller may see the order at all; everyone in the estate may see the order of a public place.
 */
export const maySee = (order: Order, caller: Caller): boolean =>
  order.estateId === caller.estateId &&
  (isStaff(caller) || order.place === 'public' || isTheirs(order, caller) || isReporter(order, caller))

const knowsPeople = (order: Order, caller: Caller): boolean => isStaff(caller) || isTheirs(order, caller)

const visiblePhotos = (photos: readonly string[], order: Order, caller: Caller): string[] =>
  isStaff(caller) || isReporter(order, caller)
    ? [...photos]
    : photos.filter(photo => !order.unchecked.includes(photo))

/** The order on a card, as the caller may see it. */
export function viewCard(order: Order, caller: Caller, now: Date): Card {
  const close = knowsPeople(order, caller)
  return {
    id: order._id,
    no: order.no,
    status: order.status,
    place: order.place,
    houseId: close ? order.houseId : null,
    house: close ? order.house : null,
    facility: order.facility,
    category: order.category,
    urgency: order.urgency,
    description: order.description,
    photos: visiblePhotos(order.photos, order, caller),
    appointment: order.appointment,
    clocks: order.clocks.map(clock => viewClock(clock, now)),
    assignee: close ? order.assignee : null,
    quote: close ? order.quote : null,
    rating: close ? order.rating : null,
    reopened: order.reopened,
    urged: order.urged,
    mergedInto: order.mergedInto,
    createdAt: order.createdAt,
    actions: movesFor(order, caller),
  }
}

const viewStep = (
  step: Step,
  order: Order,
  caller: Caller,
  close: boolean,
): WorkOrder['timeline'][number] => ({
  at: step.at,
  what: step.what,
  by: { role: step.by.role, name: close ? step.by.name : null },
  ...(step.note !== undefined && close ? { note: step.note } : {}),
  ...(step.photos ? { photos: visiblePhotos(step.photos, order, caller) } : {}),
})

/** The order with its timeline, as the caller may see it. `pictures` are addresses by fileID. */
export function viewOrder(
  order: Order,
  caller: Caller,
  now: Date,
  pictures: Record<string, string> = {},
): WorkOrder {
  const close = knowsPeople(order, caller)
  return {
    ...viewCard(order, caller, now),
    timeline: order.timeline.map(step => viewStep(step, order, caller, close)),
    reporter: close ? { name: order.contact.name, phone: maskPhone(order.contact.phone) } : null,
    pictures,
  }
}

/** The fileIDs in a view, which need addresses to be shown. */
export const photosIn = (order: WorkOrder): string[] => [
  ...new Set([...order.photos, ...order.timeline.flatMap(step => step.photos ?? [])]),
]
