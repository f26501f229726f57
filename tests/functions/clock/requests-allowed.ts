import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'clock'> = {
  tick: { most: Infinity, why: 'handles a portion of the due records, one after the other' },
}
