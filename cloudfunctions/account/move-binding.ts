import { maySeeBinding, viewBinding, type Binding, type BindingChange } from '@domain/account/binding'
import type { BindingView } from '@domain/account/contract'
import { forbidden, Refusal } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { withMessages } from '@domain/notice/outbox'
import { bindings } from '../_services/account/records'
import { audit } from '../_kit/audit'
import { bindingMessage } from '../_services/account/binding-message'
import { commit } from '../_kit/outbox'
import { join, leave } from '../_services/account/membership'

interface Moving {
  caller: Caller
  now: Date
  requestKey: string
  action: string
}

/** A step of a tie: decided on what stands, one conditional write, the person brought into line, the deed recorded. */
export async function moveBinding(
  found: Binding | null,
  { caller, now, requestKey, action }: Moving,
  decide: (binding: Binding) => BindingChange | Promise<BindingChange>,
): Promise<BindingView> {
  let binding = visible(found, caller)
  for (let tries = 0; tries < 3; tries++) {
    if (binding.marks.some(mark => mark.key === requestKey)) return viewBinding(binding, caller)
    const { set, notify } = await decide(binding)
    const next = { ...binding, ...set }
    const after = withMessages(next, notify, bindingMessage(next, now, caller.openid), {
      key: requestKey,
      action,
    })
    if (await commit(bindings, binding, after)) {
      await Promise.all([
        after.status === 'active' ? join(after) : binding.status === 'active' ? leave(binding) : undefined,
        audit(requestKey, now, {
          estateId: binding.estateId,
          by: caller.openid,
          did: `account.${action}`,
          record: binding._id,
        }),
      ])
      return viewBinding(after, caller)
    }
    binding = visible(await bindings.byId(binding._id), caller)
  }
  throw new Refusal('CONFLICT')
}

function visible(binding: Binding | null, caller: Caller): Binding {
  if (binding === null || !maySeeBinding(binding, caller)) throw forbidden()
  return binding
}
