import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'survey'> = {
  publish: {
    most: 6,
    why: 'looks up the houses of the buildings, counts the voters, and asks for the estate, which is then cached for a minute',
  },
  close: { most: 5, why: 'writes the audit' },
  cancel: { most: 5, why: 'writes the audit' },
}
