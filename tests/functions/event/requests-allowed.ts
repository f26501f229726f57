import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'event'> = {
  publish: {
    most: 5,
    why: 'looks up the houses of the buildings, and the estate, which is then cached for a minute',
  },
  get: { most: 3, why: 'the addresses of its pictures, where it has any' },
  list: { most: 3, why: 'the addresses of the covers, where there are any' },
  roster: { most: 3, why: 'the names, which only the person records hold' },
  checkIn: { most: 5, why: 'the guest’s name, which only the person record holds' },
  push: {
    most: 7,
    why: 'the event, which prevents a second push within the hour, the notice, its line in the inboxes and the push; the estate, which is then cached for a minute',
  },
  export: {
    most: 8,
    why: 'reads the names, stores the sheet, asks for its address and writes the audit',
  },
  doorCode: { most: 6, why: 'the first call draws and stores the picture' },
}
