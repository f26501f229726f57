import { forbidden, Refusal } from '@domain/kernel/failure'
import { checkMove } from '@domain/repair/states'
import { maySee } from '@domain/repair/view'
import { audit } from '../_kit/audit'
import { action } from '../_kit/serve'
import { orders } from '../_services/repair/records'

/** Reads the reporter's full phone number; the reading is audited before the number is returned. */
export const readContact = action('repair', 'contact', {
  load: ({ id }) => orders.byId(id),
  async run({ caller, loaded: order, now, request }) {
    if (order === null || !maySee(order, caller)) throw forbidden()
    const verdict = checkMove('contact', order, caller)
    if (verdict === 'notTheirs') throw forbidden()
    if (verdict === 'notNow') throw new Refusal('CONFLICT')
    await audit(request, now, {
      estateId: order.estateId,
      by: caller.openid,
      did: 'repair.contact',
      record: order._id,
    })
    return order.contact
  },
})
