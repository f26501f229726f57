import type { Purpose } from '@domain/notice/purposes'
import { persons } from '../_kit/records'
import { op } from '../_kit/store'
import { templateId } from './templates'

/** Counts the people of these groups, and those of them who have an accept left for the purpose. */
export async function countReach(
  groups: readonly string[],
  purpose: Purpose,
): Promise<{ people: number; reachable: number }> {
  const addresses = op.in(groups)
  const [people, reachable] = await Promise.all([
    persons.count({ addresses }),
    persons.count({ addresses, [`quota.${templateId(purpose)}`]: op.gt(0) }),
  ])
  return { people, reachable }
}
