import type { ActionName } from '@domain/contract'
import type { Estate } from '../support/estate'

/** Steps of residents and staff. `estate` is a function because the estate starts later, in `beforeAll`. */
export function complaintSteps(estate: () => Estate) {
  /** The demonstration's owner complains, by default about noise. */
  const submit = (more: object = {}) =>
    estate().ok('demo-owner', 'complaint', 'submit', {
      category: 'noise',
      content: '夜里施工',
      houseId: 'tianma-1',
      ...more,
    })
  const act = (who: string, action: ActionName<'complaint'>, id: string, more: object = {}) =>
    estate().as(who, 'complaint', action, { id, ...more })
  const get = (id: string, who = 'demo-owner') => estate().ok(who, 'complaint', 'get', { id })
  return { submit, act, get }
}
