/** docs/bench.md: database requests of one call, the one for the caller included. */
const most = { read: 2, write: 4 }
/** Actions that may ask more often, each with its reason. */
export const exceptions: Record<string, { most: number; why: string }> = {
  'clock.tick': {
    most: Infinity,
    why: 'takes on a portion of the records that are due, one after the other',
  },
  'account.bind': {
    most: 7,
    why: 'looks how many live in the house, counts the attempt, writes the tie and, for a registered owner, the person: three writes of three records',
  },
  'account.decideBinding': {
    most: 6,
    why: 'a yes writes the tie, the person and the audit, after asking whether the house has an owner',
  },
  'account.unbind': {
    most: 7,
    why: 'ends the tie on the tie and on the person, whose groups are read and written anew, and is audited',
  },
  'account.grant': { most: 5, why: 'writes the person and the audit, and answers with the staff' },
  'account.revoke': {
    most: 6,
    why: 'the person’s groups are read and written anew; audited, and answered with the staff',
  },
  'account.importHouses': { most: Infinity, why: 'a write per house that is new or different' },
  'account.importSheet': { most: Infinity, why: 'a write per house that is new or different' },
  'account.renewCode': {
    most: 6,
    why: 'stores the picture, which takes two requests, besides house and audit',
  },
  'account.houseCode': { most: 6, why: 'the first time draws and stores the picture' },
  'account.buildingCode': { most: 6, why: 'the first time draws and stores the picture' },
  'account.exportMine': { most: 13, why: 'asks every service for what it keeps of the person' },
  'account.erase': { most: Infinity, why: 'takes the person out of every record' },
  'account.session': {
    most: 4,
    why: 'counts the notices that are unread, and asks for the estate, which is then known for a minute; somebody who is not in yet has their request read too',
  },
  'visitor.exportLog': {
    most: 8,
    why: 'a thousand lines a request, then the sheet is stored, its address asked for, and the audit written',
  },
  'visitor.gateKit': {
    most: 3,
    why: 'passes and blocked plates, side by side; once a shift and every few minutes',
  },
  'visitor.scan': { most: 3, why: 'less than others: the gate waits' },
  'visitor.create': {
    most: 5,
    why: 'looks for a block once the pass stands; and for the estate, which is then known for a minute',
  },
  'parking.get': { most: 3, why: 'whoever waits is told their place in the line' },
  'parking.quota': { most: 3, why: 'the areas there are, besides the house’s vehicles' },
  'parking.lookup': {
    most: 3,
    why: 'permits and visitors’ cars, side by side, behind that for the caller; the issue’s own bar',
  },
  'parking.spaces': { most: 3, why: 'the plan, and who holds its spaces' },
  'parking.occupancy': { most: 5, why: 'areas, vehicles inside, spaces given and the hours, side by side' },
  'parking.approve': {
    most: 7,
    why: 'the space and who has waited longest, or whether one is free, in the area that was wished for or, where it has gone, in any; audited; and for the estate, which is then known for a minute',
  },
  'parking.register': {
    most: 5,
    why: 'a plate that is taken is looked for, so that the answer can say so; an area that is wished for is looked up',
  },
  'parking.gate': {
    most: 5,
    why: 'a car without a valid permit may be a visitor’s; everybody else’s takes four',
  },
  'parking.reserve': { most: 6, why: 'writes the space, the audit and its answer, which says who holds it' },
  'parking.windscreen': { most: 6, why: 'the first time draws and stores the picture' },
  'parking.export': {
    most: 8,
    why: 'a thousand lines a request, then the sheet is stored, its address asked for, and the audit written',
  },
  'parking.importSpaces': { most: Infinity, why: 'a write per space that is new or different' },
  'parking.importVehicles': { most: Infinity, why: 'a question and a write per vehicle' },
  'parking.importSheet': { most: Infinity, why: 'a write per line that is new or different' },
  'visitor.block': {
    most: 8,
    why: 'writes the block, the passes it stops and the audit, and answers with the list; the second time finds the block there',
  },
  'visitor.unblock': {
    most: 7,
    why: 'lifts the block off the passes, removes it, is audited, and answers with the list',
  },
  'visitor.sync': {
    most: Infinity,
    why: 'a conditional write per record of a phone that was without a network',
  },
  'repair.create': {
    most: 5,
    why: 'for a butler who files what a resident said, the message and its author',
  },
  'complaint.submit': {
    most: 5,
    why: 'for a butler who submits what a resident said, the message and its author',
  },
  'consult.thread': {
    most: 5,
    why: 'house, thread, its messages and, where there are any, the addresses of their pictures',
  },
  'consult.handOver': {
    most: 5,
    why: 'house, message and thread, each its own record; sent again, the message that stands is read',
  },
  'consult.say': {
    most: 7,
    why: 'house, message and thread, each its own record; the record that was made of it is looked at too',
  },
  'complaint.history': {
    most: 5,
    why: 'the complaint says which house, whose complaints and repairs are then read side by side; and for the estate, which is then known for a minute',
  },
  'desk.todo': {
    most: 10,
    why: 'one query for each kind of work that waits, side by side, behind that for the caller',
  },
  'desk.figures': { most: 3, why: 'the estate too, which is then known for a minute; the issue’s own bar' },
  'desk.figureList': { most: 3, why: 'repairs and complaints, side by side' },
  'desk.export': {
    most: 8,
    why: 'a thousand lines a request, then the sheet is stored, its address asked for, and the audit written',
  },
  'notice.read': {
    most: 5,
    why: 'counts anew what is unread of one’s own and of the notices, besides marking it',
  },
  'notice.publish': {
    most: 5,
    why: 'looks up the houses of the buildings, and the estate, which is then known for a minute',
  },
  'notice.get': { most: 3, why: 'the addresses of its pictures, where it has any' },
  'notice.pin': { most: 5, why: 'the notice and its one line in the inboxes, which may be missing yet' },
  'notice.withdraw': {
    most: 8,
    why: 'the notice, its one line in the inboxes, its pushes and whoever was not told yet, and the audit',
  },
  'notice.receipts': {
    most: 7,
    why: 'houses, who has read, who lives there and both sums: a deliberate question of the desk',
  },
  'notice.reach': { most: 4, why: 'two sums, before anything is sent: a deliberate question of the desk' },
  'notice.told': { most: 3, why: 'the names, which are kept with the people alone' },
  'event.publish': {
    most: 5,
    why: 'looks up the houses of the buildings, and the estate, which is then known for a minute',
  },
  'event.get': { most: 3, why: 'the addresses of its pictures, where it has any' },
  'event.list': { most: 3, why: 'the addresses of the covers, where there are any' },
  'event.roster': { most: 3, why: 'the names, which are kept with the people alone' },
  'event.checkIn': { most: 5, why: 'the name of whoever came, which is kept with the people alone' },
  'event.push': {
    most: 7,
    why: 'the event takes note, so that nobody is told twice within the hour, besides the notice, its one line in the inboxes and the push; and for the estate, which is then known for a minute',
  },
  'event.export': {
    most: 8,
    why: 'the names, then the sheet is stored, its address asked for, and the audit written',
  },
  'event.doorCode': { most: 6, why: 'the first time draws and stores the picture' },
  'survey.publish': {
    most: 6,
    why: 'looks up the houses of the buildings, counts who may vote, and asks for the estate, which is then known for a minute',
  },
  'survey.close': { most: 5, why: 'audited' },
  'survey.cancel': { most: 5, why: 'audited' },
  'courier.push': {
    most: Infinity,
    why: 'tells ten thousand people in portions of twenty; nobody waits for it',
  },
  'courier.deliver': { most: Infinity, why: 'asks for each person whom it tells; nobody waits for it' },
}

export const requestsAllowed = (name: string, kind: 'read' | 'write'): number =>
  exceptions[name]?.most ?? most[kind]
