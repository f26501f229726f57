import type { Order } from '@domain/repair/order'
import { anonymiseSteps, mostCopied, withoutTransport, type PersonalData } from '../../_kit/personal-data'
import { orders } from './records'

export const personalData: readonly PersonalData[] = [
  {
    name: 'repairs',
    copy: async openid =>
      (await orders.find({ reporters: openid }, { limit: mostCopied })).map(withoutTransport),
    async forget(openid, alias) {
      for (
        let found = await orders.find({ reporters: openid });
        found.length > 0;
        found = await orders.find({ reporters: openid })
      ) {
        for (const order of found)
          await orders.change({ _id: order._id, rev: order.rev }, withoutPerson(order, openid, alias))
      }
    },
  },
]

const withoutPerson = (order: Order, openid: string, alias: string): Partial<Order> => ({
  rev: order.rev + 1,
  reporters: order.reporters.map(reporter => (reporter === openid ? alias : reporter)),
  ...(order.reporters[0] === openid ? { contact: { name: '', phone: '' } } : {}),
  timeline: anonymiseSteps(order.timeline, openid, alias),
})
