import type { Binding } from '@domain/account/binding'
import { addressesOf, addressesOfHouse } from '@domain/kernel/addresses'
import { overtaken, retryOvertaken } from '../../_kit/race'
import { houseKey, persons, type Person } from '../../_kit/records'
import { op } from '../../_kit/store'
import type { RightsEnd } from '../manifest'
import { bindings, liveKey } from './records'

/** Writes an active binding onto the person, where permissions are read from. Idempotent. */
export async function join(binding: Binding): Promise<void> {
  const key = houseKey(binding.estateId, binding.houseId)
  const membership = {
    estateId: binding.estateId,
    houseId: binding.houseId,
    code: binding.code,
    relation: binding.relation,
    since: binding.since ?? binding.at,
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

/** Removes the membership of an ended binding from the person. Idempotent. */
export async function leave(binding: Binding): Promise<void> {
  const key = houseKey(binding.estateId, binding.houseId)
  await persons.change(
    { _id: binding.openid, houseKeys: key },
    { houses: op.pull({ estateId: binding.estateId, houseId: binding.houseId }), houseKeys: op.pull(key) },
  )
  await syncAddresses(binding.openid)
}

/**
 * Recomputes a person's groups after they lost a house or a post: another house may still lead to the same
 * group. Idempotent.
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
 * Brings the person's memberships in line with the binding, in case the first attempt was lost
 * (docs/decisions/who-belongs-to-a-house.md). A newer binding to the same house keeps the membership.
 * Idempotent.
 * @returns whether the person belongs to the house no longer
 */
export async function syncMembership(binding: Binding): Promise<boolean> {
  if (binding.status === 'active') await join(binding)
  if (binding.status !== 'ended') return false
  const [newer] = await bindings.find({ liveKey: liveKey(binding.houseId, binding.openid) }, { limit: 1 })
  if (newer?.status === 'active') return false
  await leave(binding)
  return true
}

/**
 * The after-write of bindings: the person's memberships, and when one has ended, everything that was granted
 * by it.
 */
export const syncRights =
  (ends: readonly RightsEnd[]) =>
  async (binding: Binding): Promise<void> => {
    if (!(await syncMembership(binding))) return
    const { estateId, houseId, openid } = binding
    const isLast = (await persons.find({ houseKeys: houseKey(estateId, houseId) }, { limit: 1 })).length === 0
    const now = new Date()
    for (const end of ends.flatMap(({ membership }) => membership))
      await end({ estateId, houseId, openid, isLast }, now)
  }
