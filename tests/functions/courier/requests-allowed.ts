import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'courier'> = {
  push: { most: Infinity, why: 'notifies ten thousand people in portions of twenty; nobody waits for it' },
  deliver: { most: Infinity, why: 'reads each person whom it notifies; nobody waits for it' },
}
