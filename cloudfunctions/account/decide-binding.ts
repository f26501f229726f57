import { decideBinding as decide, type Binding, type BindingChange } from '@domain/account/binding'
import { hasPost } from '@domain/kernel/people'
import { houseKey, persons } from '../_kit/records'
import { action } from '../_kit/serve'
import { bindings } from '../_services/account/records'
import { moveBinding } from './move-binding'
import { findPlace, houseFull } from './take-place'

/** Whether the house has an owner who could approve. */
async function hasOwner(estateId: string, houseId: string): Promise<boolean> {
  const household = await persons.find({ houseKeys: houseKey(estateId, houseId) })
  return household.some(person =>
    person.houses.some(house => house.houseId === houseId && house.relation === 'owner'),
  )
}

/** @throws Refusal FULL when the house has as many people as the estate allows */
async function withPlace(binding: Binding, { set, notify }: BindingChange): Promise<BindingChange> {
  const placeKey = await findPlace(binding.estateId, binding.houseId)
  if (placeKey === null) throw houseFull()
  return { set: { ...set, placeKey }, notify }
}

export const decideBinding = action('account', 'decideBinding', {
  load: ({ id }) => bindings.byId(id),
  run: ({ input, caller, loaded, now, request }) =>
    moveBinding(loaded, { caller, now, request, did: 'account.decideBinding' }, async binding => {
      const matters = input.approve && hasPost(caller, 'butler') && binding.needs.includes('owner')
      const change = decide(binding, caller, input, {
        houseHasOwner: !matters || (await hasOwner(binding.estateId, binding.houseId)),
        now,
      })
      // Read anew for each attempt: of several approvals at once, no more succeed than there are places.
      return change.set.status === 'active' ? withPlace(binding, change) : change
    }),
})
