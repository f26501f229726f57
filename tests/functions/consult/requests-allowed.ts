import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'consult'> = {
  thread: {
    most: 5,
    why: 'house, thread, its messages and, where there are any, the addresses of their pictures',
  },
  handOver: {
    most: 5,
    why: 'house, message and thread, each its own record; sent again, the message that stands is read',
  },
  say: {
    most: 7,
    why: 'house, message and thread, each its own record; the record that was made of it is looked at too',
  },
}
