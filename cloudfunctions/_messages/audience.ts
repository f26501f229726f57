import { addressesOf, estateKey, houseKey, roleKey } from '@domain/kernel/addresses'
import { invalid } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import type { AudienceInput } from '@domain/notice/contract'
import { audienceRoles } from '@domain/notice/kinds'
import { houses } from '../_kit/records'
import { op } from '../_kit/store'

/** Lists the groups that a caller belongs to in the estate they are looking at. */
export const listGroups = (caller: Caller): string[] =>
  caller.estateId === null
    ? []
    : addressesOf(
        caller.houses,
        caller.posts.map(post => ({ estateId: caller.estateId ?? '', post })),
      )

/**
 * Resolves an audience to groups of the estate `estateId`, which is always the caller's own. A building
 * becomes its houses as the register has them now.
 * @throws Refusal INVALID_INPUT on `audience.ids`: missing, unknown, or given although the audience is the
 * whole estate
 */
export async function resolveAudience(
  estateId: string,
  { kind, ids = [] }: AudienceInput,
): Promise<string[]> {
  if (kind === 'estate') {
    if (ids.length > 0)
      throw invalid('audience.ids', '全小区不用再选对象', 'The whole estate takes no further choice')
    return [estateKey(estateId)]
  }
  if (ids.length === 0) throw invalid('audience.ids', '请选择对象', 'Please choose for whom')
  if (kind === 'roles') {
    const roles = audienceRoles.filter(role => ids.includes(role))
    if (roles.length !== new Set(ids).size) throw invalid('audience.ids', '没有这样的角色', 'No such role')
    return roles.map(role => roleKey(estateId, role))
  }
  const found =
    kind === 'houses'
      ? await houses.find({ estateId, _id: op.in(ids) }, { limit: ids.length, only: ['building'] })
      : await houses.findAll({ estateId, building: op.in(ids) }, { by: 'code', only: ['building', 'code'] })
  const named = new Set(found.map(house => (kind === 'houses' ? house._id : house.building)))
  if (ids.some(id => !named.has(id)))
    throw invalid(
      'audience.ids',
      kind === 'houses' ? '没有这套房屋' : '没有这栋楼',
      kind === 'houses' ? 'No such house' : 'No such building',
    )
  return found.map(house => houseKey(estateId, house._id))
}
