import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'notice'> = {
  read: { most: 5, why: 'marks the message and counts the unread messages and notices again' },
  publish: {
    most: 5,
    why: 'looks up the houses of the buildings, and the estate, which is then cached for a minute',
  },
  get: { most: 3, why: 'the addresses of its pictures, where it has any' },
  pin: { most: 5, why: 'the notice and its line in the inboxes, which may not exist yet' },
  withdraw: {
    most: 8,
    why: 'the notice, its line in the inboxes, its pushes, the people not notified yet, and the audit',
  },
  receipts: {
    most: 7,
    why: 'houses, readers, residents and both sums: the desk asks rarely and on purpose',
  },
  reach: { most: 4, why: 'two sums before anything is sent: the desk asks rarely and on purpose' },
  told: { most: 3, why: 'the names, which only the person records hold' },
}
