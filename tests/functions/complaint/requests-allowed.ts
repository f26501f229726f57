import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'complaint'> = {
  submit: { most: 5, why: 'for a butler who submits a resident’s message: the message and its author' },
  history: {
    most: 5,
    why: 'the complaint names the house, whose complaints and repairs are then read in parallel; the estate, which is then cached for a minute',
  },
}
