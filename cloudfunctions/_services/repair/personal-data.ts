import { sortKey } from '@domain/kernel/paging'
import type { Order, Step } from '@domain/repair/order'
import { copyOrder } from '@domain/repair/view'
import { eachLimited } from '../../_kit/concurrency'
import {
  anonymiseIds,
  anonymiseSteps,
  eachPortion,
  erasedAtOnce,
  mostCopied,
  type Erasure,
  type PersonalData,
} from '../../_kit/personal-data'
import { requests } from '../../_kit/records'
import { op, type Where } from '../../_kit/store'
import { orders } from './records'

/** Writes at once; an erasure of a technician with a thousand orders ends within the function's minute. */
const writesAtOnce = 10

export const personalData: readonly PersonalData[] = [
  {
    name: 'repairs',
    of: [orders],
    erased:
      'The report stays in the record of the house, without its author, their contact and the photos that they sent; steps and ratings of staff stay under an alias.',
    copy: async ({ openid, now, callerIn }) =>
      (
        await orders.find(op.or([{ reporters: openid }, { hands: openid }]), {
          limit: mostCopied,
          leaveOut: ['outbox', 'marks'],
        })
      ).map(order => copyOrder(order, callerIn(order.estateId), now)),
    async forget(erasure) {
      await erase({ reporters: erasure.openid }, erasure)
      await erase({ hands: erasure.openid }, erasure)
    },
  },
]

const erase = (where: Where<Order>, erasure: Erasure): Promise<void> =>
  eachPortion(
    () => orders.find(where, { limit: erasedAtOnce }),
    async found => {
      const photos = found.flatMap(order => photosOf(order, erasure.openid))
      await erasure.dropFiles(photos, { in: orders, by: found })
      // Before the orders: where this is interrupted, the query still finds them.
      await requests.remove({ record: op.in(found.map(({ _id }) => _id)) })
      await eachLimited(found, writesAtOnce, order =>
        orders.change({ _id: order._id, rev: order.rev }, withoutPerson(order, erasure)),
      )
    },
  )

/** The photos that the person sent with their report. */
const photosOf = ({ reporters, photos }: Order, openid: string): string[] =>
  reporters[0] === openid ? photos : []

const withoutPerson = (order: Order, { openid, alias }: Erasure): Partial<Order> => {
  const gone = photosOf(order, openid)
  return {
    rev: order.rev + 1,
    // The figures, which name the staff, are counted again.
    changedKey: sortKey(new Date(), order._id),
    reporters: anonymiseIds(order.reporters, openid, alias),
    hands: anonymiseIds(order.hands ?? [], openid, alias),
    ...(order.reporters[0] === openid ? { contact: { name: '', phone: '' } } : {}),
    ...(order.assigneeId === openid ? { assigneeId: alias, assignee: { id: alias, name: '' } } : {}),
    photos: order.photos.filter(photo => !gone.includes(photo)),
    unchecked: order.unchecked.filter(photo => !gone.includes(photo)),
    timeline: anonymiseSteps(order.timeline, openid, alias).map(step => withoutAssigned(step, openid, alias)),
  }
}

const withoutAssigned = (step: Step, openid: string, alias: string): Step =>
  step.to === openid ? { ...step, to: alias, note: '' } : step
