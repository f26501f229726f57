import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'consult'> = {
  thread: {
    most: 5,
    why: 'house, thread, its messages and, where there are any, the addresses of their pictures',
  },
  handOver: {
    most: 5,
    why: 'house, message and thread are a record each; a repeated call reads the stored message',
  },
  say: {
    most: 7,
    why: 'house, message and thread are a record each; the record made from the message is read too',
  },
}
