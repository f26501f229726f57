import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'event'> = {
  publish: {
    most: 5,
    why: 'looks up the houses of the buildings, and the estate, which is then known for a minute',
  },
  get: { most: 3, why: 'the addresses of its pictures, where it has any' },
  list: { most: 3, why: 'the addresses of the covers, where there are any' },
  roster: { most: 3, why: 'the names, which are kept with the people alone' },
  checkIn: { most: 5, why: 'the name of whoever came, which is kept with the people alone' },
  push: {
    most: 7,
    why: 'the event takes note, so that nobody is told twice within the hour, besides the notice, its one line in the inboxes and the push; and for the estate, which is then known for a minute',
  },
  export: {
    most: 8,
    why: 'the names, then the sheet is stored, its address asked for, and the audit written',
  },
  doorCode: { most: 6, why: 'the first time draws and stores the picture' },
}
