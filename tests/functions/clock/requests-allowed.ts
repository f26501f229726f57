import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'clock'> = {
  tick: { most: Infinity, why: 'takes on a portion of the records that are due, one after the other' },
}
