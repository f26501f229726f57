import { maySeeBinding, viewBinding, type Binding, type BindingChange } from '@domain/account/binding'
import type { BindingView } from '@domain/account/contract'
import type { Caller } from '@domain/kernel/people'
import { withMessages, type Mark } from '@domain/notice/outbox'
import type { AuditKind } from '@domain/services'
import { move } from '../_kit/move'
import { bindingMessage } from '../_services/account/binding-message'
import { bindings } from '../_services/account/records'
import { join, leave, syncMembership } from '../_services/account/sync-membership'

interface Moving {
  caller: Caller
  now: Date
  request: Mark
  did: AuditKind
}

/** Changes a binding; the person's memberships are updated in the same call, and the step is audited. */
export const moveBinding = (
  found: Binding | null,
  { caller, now, request, did }: Moving,
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
        return {
          after: withMessages(next, notify, bindingMessage(next, now, caller.openid), request),
          // The courier brings the person's rights into line, even where nobody is notified.
          more: { outboxDue: true },
        }
      },
      view: binding => viewBinding(binding, caller),
      audited: { did, by: caller.openid },
      afterwards: updateMembership,
    },
  )

/** Updates the person in the same call. A repetition may find that a newer binding has replaced this one. */
async function updateMembership(binding: Binding, isRepetition: boolean): Promise<void> {
  if (isRepetition) await syncMembership(binding)
  else if (binding.status === 'active') await join(binding)
  else if (binding.status === 'ended') await leave(binding)
}
