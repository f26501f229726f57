import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'survey'> = {
  publish: {
    most: 6,
    why: 'looks up the houses of the buildings, counts who may vote, and asks for the estate, which is then known for a minute',
  },
  close: { most: 5, why: 'audited' },
  cancel: { most: 5, why: 'audited' },
}
