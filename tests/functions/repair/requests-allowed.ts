import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'repair'> = {
  create: { most: 5, why: 'for a butler who files a resident’s message: the message and its author' },
}
