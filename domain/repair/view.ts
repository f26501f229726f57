import { hasPost, type Caller } from '../kernel/people'
import { maskPhone } from '../kernel/phone'
import { viewClock } from './clocks'
import type { Card, WorkOrder } from './contract'
import { isFollowed, isOwnReport, isTheirs, type Order, type Step } from './order'
import { movesFor } from './states'

const isStaff = (caller: Caller): boolean => hasPost(caller, 'butler', 'technician', 'manager')

/**
 * Whether the caller may see the order at all; everyone in the estate may see the order of a public place.
 */
export const maySee = (order: Order, caller: Caller): boolean =>
  order.estateId === caller.estateId &&
  (isStaff(caller) || order.place === 'public' || isTheirs(order, caller) || isFollowed(order, caller))

/** Names, notes, contact and quote: for staff, and for those whose order it is. */
const knowsPeople = (order: Order, caller: Caller): boolean => isStaff(caller) || isTheirs(order, caller)

/** What was said and shown: of a public place for everyone, of a house for those whose order it is. */
const knowsContent = (order: Order, caller: Caller): boolean =>
  order.place === 'public' || knowsPeople(order, caller)

function visiblePhotos(photos: readonly string[], order: Order, caller: Caller): string[] {
  if (!knowsContent(order, caller)) return []
  return isStaff(caller) || isOwnReport(order, caller)
    ? [...photos]
    : photos.filter(photo => !order.unchecked.includes(photo))
}

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
    description: knowsContent(order, caller) ? order.description : '',
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

/**
 * What a person said and did in an order: their report, with the number under which the office finds it, and
 * their own steps. Nothing of what others did, and nothing of the house since they left.
 */
const viewReport = (order: Order, openid: string) => ({
  id: order._id,
  no: order.no,
  createdAt: order.createdAt,
  ...(order.reporters[0] === openid
    ? {
        place: order.place,
        facility: order.facility,
        category: order.category,
        urgency: order.urgency,
        description: order.description,
        photos: order.photos,
        appointment: order.appointment,
        contact: order.contact,
      }
    : {}),
  steps: order.timeline
    .filter(step => step.by.openid === openid)
    .map(({ at, what, note, photos }) => ({ at, what, note, photos })),
  ...(order.assigneeId === openid ? { rating: order.rating } : {}),
})

/** An order in the copy of a person's data: what they said in it, and what they may see of it. */
export const copyOrder = (order: Order, caller: Caller, now: Date): object => ({
  ...(order.reporters.includes(caller.openid) && maySee(order, caller) ? viewOrder(order, caller, now) : {}),
  ...viewReport(order, caller.openid),
})

/** The fileIDs in a view, which need addresses to be shown. */
export const photosIn = (order: WorkOrder): string[] => [
  ...new Set([...order.photos, ...order.timeline.flatMap(step => step.photos ?? [])]),
]
