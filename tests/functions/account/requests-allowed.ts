import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'account'> = {
  bind: {
    most: 7,
    why: 'counts the house’s people and the attempt, writes the binding and, for a registered owner, the person: three writes of three records',
  },
  decideBinding: {
    most: 6,
    why: 'an approval writes the binding, the person and the audit, after asking whether the house has an owner',
  },
  unbind: {
    most: 7,
    why: 'writes the binding, the person, whose groups are read and written again, and the audit',
  },
  grant: { most: 5, why: 'writes the person and the audit, and reads the staff for its answer' },
  revoke: {
    most: 10,
    why: 'writes the end of the post first, so that it is carried out whatever happens, then reads and writes the person and their groups, once more when the courier does the same at that moment, writes the audit, and reads the staff for its answer',
  },
  importHouses: { most: Infinity, why: 'a write per new or changed house' },
  importSheet: { most: Infinity, why: 'a write per new or changed house' },
  renewCode: {
    most: 6,
    why: 'stores the picture, which takes two requests, besides the house and the audit',
  },
  houseCode: { most: 6, why: 'the first call draws and stores the picture' },
  buildingCode: { most: 6, why: 'the first call draws and stores the picture' },
  exportMine: { most: 13, why: 'asks every service for what it keeps of the person' },
  erase: { most: Infinity, why: 'removes the person from every record' },
  session: {
    most: 4,
    why: 'counts the unread notices, and asks for the estate, which is then cached for a minute; for an applicant it also reads the application',
  },
}
