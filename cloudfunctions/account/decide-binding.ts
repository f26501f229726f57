import { decideBinding as decide } from '@domain/account/binding'
import { hasPost } from '@domain/kernel/people'
import { houseKey, persons } from '../_kit/records'
import { action } from '../_kit/serve'
import { bindings } from '../_services/account/records'
import { moveBinding } from './move-binding'

/** Whether the house has an owner who could approve. */
async function hasOwner(estateId: string, houseId: string): Promise<boolean> {
  const household = await persons.find({ houseKeys: houseKey(estateId, houseId) })
  return household.some(person =>
    person.houses.some(house => house.houseId === houseId && house.relation === 'owner'),
  )
}

export const decideBinding = action('account', 'decideBinding', {
  load: ({ id }) => bindings.byId(id),
  run: ({ input, caller, loaded, now, request }) =>
    moveBinding(loaded, { caller, now, request }, async binding => {
      const matters = input.approve && hasPost(caller, 'butler') && binding.needs.includes('owner')
      return decide(binding, caller, input, !matters || (await hasOwner(binding.estateId, binding.houseId)))
    }),
})
