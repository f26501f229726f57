import type { Binding } from '@domain/account/binding'
import { addressesOf, addressesOfHouse } from '@domain/kernel/addresses'
import { overtaken, retryOvertaken } from '../../_kit/race'
import { houseKey, persons, households, type Person } from '../../_kit/records'
import { op } from '../../_kit/store'
import { bindings, liveKey } from './records'

/** Writes an active tie onto the person, where permissions look. Doing it twice changes nothing. */
export async function join(binding: Binding): Promise<void> {
  const key = houseKey(binding.estateId, binding.houseId)
  const membership = {
    estateId: binding.estateId,
    houseId: binding.houseId,
    code: binding.code,
    relation: binding.relation,
    until: binding.until,
  }
  await persons.change(
    { _id: binding.openid, houseKeys: op.neq(key) },
    {
      houses: op.push({ each: [membership] }),
      houseKeys: op.push({ each: [key] }),
      addresses: op.addToSet({ $each: addressesOfHouse(membership) }),
    },
  )
}

/** Takes a tie that has ended off the person. */
export async function leave(binding: Binding): Promise<void> {
  const key = houseKey(binding.estateId, binding.houseId)
  await persons.change(
    { _id: binding.openid, houseKeys: key },
    { houses: op.pull({ estateId: binding.estateId, houseId: binding.houseId }), houseKeys: op.pull(key) },
  )
  await syncAddresses(binding.openid)
}

/**
 * Brings a person's groups into line after a house or a post was taken away: another house may still lead to
 * the same group. Idempotent.
 */
export async function syncAddresses(openid: string): Promise<void> {
  const read = (): Promise<Person | null> => persons.byId(openid)
  await retryOvertaken<Person | null, boolean>(await read(), read, async person => {
    if (person === null) return true
    const addresses = addressesOf(person.houses, person.posts)
    const known = new Set(person.addresses)
    if (addresses.length === known.size && addresses.every(address => known.has(address))) return true
    const asRead = { houseKeys: op.eq(person.houseKeys), postKeys: op.eq(person.postKeys) }
    return (await persons.change({ _id: openid, ...asRead }, { addresses })) || overtaken
  })
}

/**
 * Brings the person into line with the tie, for the case that the first try was lost
 * (docs/decisions/who-belongs-to-a-house.md). A newer tie to the same house keeps the person in it.
 */
export async function syncMembership(binding: Binding): Promise<void> {
  if (binding.status === 'active') await join(binding)
  if (binding.status !== 'ended') return
  const [newer] = await bindings.find({ liveKey: liveKey(binding.houseId, binding.openid) }, { limit: 1 })
  if (newer?.status === 'active') return
  await leave(binding)
  // What a household told goes with its last member; the next one begins with a blank page.
  if (
    (await persons.find({ houseKeys: houseKey(binding.estateId, binding.houseId) }, { limit: 1 })).length ===
    0
  )
    await households.remove({ _id: binding.houseId })
}
