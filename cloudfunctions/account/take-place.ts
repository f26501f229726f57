import { Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { readEstate } from '../_kit/estate'
import { freePlace } from '../_kit/quota'
import { bindings } from '../_services/account/records'

/**
 * A free place among the people of a house, as the unique key of the binding that takes it; null when the
 * house has as many as the estate allows.
 */
export async function findPlace(estateId: string, houseId: string): Promise<string | null> {
  const most = (await readEstate(estateId)).settings.account.peoplePerHouse
  const members = await bindings.find({ estateId, houseId, status: 'active' }, { only: ['placeKey'] })
  if (members.length >= most) return null
  return freePlace(
    members.map(({ placeKey }) => placeKey),
    houseId,
    most,
  )
}

/** The refusal of a full house; a butler makes room by ending a binding. */
export const houseFull = (): Refusal =>
  new Refusal('FULL', {
    words: words('这套房屋的人数已满，请联系管家', 'This house is full. Please ask your butler.'),
  })
