import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'account'> = {
  bind: {
    most: 7,
    why: 'looks how many live in the house, counts the attempt, writes the tie and, for a registered owner, the person: three writes of three records',
  },
  decideBinding: {
    most: 6,
    why: 'a yes writes the tie, the person and the audit, after asking whether the house has an owner',
  },
  unbind: {
    most: 7,
    why: 'ends the tie on the tie and on the person, whose groups are read and written anew, and is audited',
  },
  grant: { most: 5, why: 'writes the person and the audit, and answers with the staff' },
  revoke: {
    most: 6,
    why: 'the person’s groups are read and written anew; audited, and answered with the staff',
  },
  importHouses: { most: Infinity, why: 'a write per house that is new or different' },
  importSheet: { most: Infinity, why: 'a write per house that is new or different' },
  renewCode: { most: 6, why: 'stores the picture, which takes two requests, besides house and audit' },
  houseCode: { most: 6, why: 'the first time draws and stores the picture' },
  buildingCode: { most: 6, why: 'the first time draws and stores the picture' },
  exportMine: { most: 13, why: 'asks every service for what it keeps of the person' },
  erase: { most: Infinity, why: 'takes the person out of every record' },
  session: {
    most: 4,
    why: 'counts the notices that are unread, and asks for the estate, which is then known for a minute; somebody who is not in yet has their request read too',
  },
}
