import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'notice'> = {
  read: { most: 5, why: 'counts anew what is unread of one’s own and of the notices, besides marking it' },
  publish: {
    most: 5,
    why: 'looks up the houses of the buildings, and the estate, which is then known for a minute',
  },
  get: { most: 3, why: 'the addresses of its pictures, where it has any' },
  pin: { most: 5, why: 'the notice and its one line in the inboxes, which may be missing yet' },
  withdraw: {
    most: 8,
    why: 'the notice, its one line in the inboxes, its pushes and whoever was not told yet, and the audit',
  },
  receipts: {
    most: 7,
    why: 'houses, who has read, who lives there and both sums: a deliberate question of the desk',
  },
  reach: { most: 4, why: 'two sums, before anything is sent: a deliberate question of the desk' },
  told: { most: 3, why: 'the names, which are kept with the people alone' },
}
