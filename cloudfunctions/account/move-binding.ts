import { maySeeBinding, viewBinding, type Binding, type BindingChange } from '@domain/account/binding'
import type { BindingView } from '@domain/account/contract'
import type { Caller } from '@domain/kernel/people'
import { withMessages, type Mark } from '@domain/notice/outbox'
import { audit } from '../_kit/audit'
import { move } from '../_kit/move'
import { bindingMessage } from '../_services/account/binding-message'
import { bindings } from '../_services/account/records'
import { join, leave } from '../_services/account/sync-membership'

interface Moving {
  caller: Caller
  now: Date
  request: Mark
}

/** Changes a binding; the person's memberships are updated in the same call, and the step is audited. */
export const moveBinding = (
  found: Binding | null,
  { caller, now, request }: Moving,
  decide: (binding: Binding) => BindingChange | Promise<BindingChange>,
): Promise<BindingView> =>
  move(
    found,
    { request, now },
    {
      records: bindings,
      isVisible: binding => maySeeBinding(binding, caller),
      async next(binding) {
        const { set, notify } = await decide(binding)
        const next = { ...binding, ...set }
        return { after: withMessages(next, notify, bindingMessage(next, now, caller.openid), request) }
      },
      view: binding => viewBinding(binding, caller),
      async afterwards(after, before) {
        await Promise.all([
          updateMembership(before, after),
          audit(request.key, now, {
            estateId: before.estateId,
            by: caller.openid,
            did: `account.${request.action}`,
            record: before._id,
          }),
        ])
      },
    },
  )

async function updateMembership(before: Binding, after: Binding): Promise<void> {
  if (after.status === 'active') await join(after)
  else if (before.status === 'active') await leave(before)
}
