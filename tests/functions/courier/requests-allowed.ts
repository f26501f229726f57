import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'courier'> = {
  push: { most: Infinity, why: 'tells ten thousand people in portions of twenty; nobody waits for it' },
  deliver: { most: Infinity, why: 'asks for each person whom it tells; nobody waits for it' },
}
