import { maySeeBinding } from '@domain/account/binding'
import { forbidden } from '@domain/kernel/failure'
import { audit } from '../_kit/audit'
import { action } from '../_kit/serve'
import { bindings } from '../_services/account/records'

/** Reads the full phone number of a binding; the reading is audited before the number is returned. */
export const readPhone = action('account', 'bindingPhone', {
  load: ({ id }) => bindings.byId(id),
  async run({ caller, loaded: binding, now, request }) {
    if (binding === null || !maySeeBinding(binding, caller)) throw forbidden()
    await audit(request, now, {
      estateId: binding.estateId,
      by: caller.openid,
      did: 'account.bindingPhone',
      record: binding._id,
    })
    return { name: binding.name, phone: binding.phone }
  },
})
