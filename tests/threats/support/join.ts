import type { Relation } from '@domain/kernel/people'
import type { Estate } from '../../functions/support/estate'

export interface Joined {
  /** The id of the binding. */
  binding: string
  leave: () => Promise<unknown>
}

/** A new member of a house, approved by the butler, and by its owner where it has one in the app. */
export async function join(
  estate: Estate,
  openid: string,
  houseId: string,
  { owner, ...more }: { name?: string; phone?: string; relation?: Relation; owner?: string } = {},
): Promise<Joined> {
  const { scene } = await estate.ok('demo-butler', 'account', 'houseCode', { houseId })
  const asked = { scene, name: '新成员', phone: '19900007001', relation: 'family', ...more }
  const { id: binding } = await estate.ok(openid, 'account', 'bind', asked)
  for (const who of ['demo-butler', ...(owner === undefined ? [] : [owner])])
    await estate.ok(who, 'account', 'decideBinding', { id: binding, approve: true })
  return { binding, leave: () => estate.ok(openid, 'account', 'unbind', { id: binding }) }
}
