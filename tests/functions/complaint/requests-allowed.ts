import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'complaint'> = {
  submit: { most: 5, why: 'for a butler who submits what a resident said, the message and its author' },
  history: {
    most: 5,
    why: 'the complaint says which house, whose complaints and repairs are then read side by side; and for the estate, which is then known for a minute',
  },
}
