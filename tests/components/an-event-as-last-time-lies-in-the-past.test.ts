import type { EventView } from '@domain/event/contract'
import { buildingsIn } from '@/widgets/buildings'
import { asLast, changesOf, fromEvent, onDay, timesOf, toInput, wrongIn } from '@/packages/event/edit/plan'

const hour = 3_600_000
const now = Date.parse('2026-11-25T02:00:00Z')
const at = (iso: string): string => new Date(iso).toISOString()
const event = (more: Partial<EventView> = {}): EventView => ({
  id: 'e1',
  no: 'E1',
  status: 'done',
  title: '邻里晚餐',
  body: '带一道菜',
  place: '会所',
  location: null,
  startsAt: at('2026-11-06T11:00:00Z'),
  endsAt: at('2026-11-06T13:00:00Z'),
  signUpUntil: at('2026-11-05T12:00:00Z'),
  capacity: 50,
  left: 50,
  waiting: 0,
  perHouse: null,
  partyMost: 4,
  cover: null,
  mine: null,
  rating: null,
  reason: null,
  actions: [],
  photos: [],
  pictures: {},
  desk: {
    title: '邻里晚餐',
    titleEn: 'Dinner',
    body: '带一道菜',
    bodyEn: null,
    place: '会所',
    placeEn: null,
    audience: { kind: 'estate', ids: [] },
    confirmed: 0,
    came: 0,
    comments: [],
  },
  ...more,
})
const movedBy = (start: string, end: string): number =>
  (Date.parse(end) - Date.parse(start)) / (7 * 24 * hour)

test('a repeated event gets the same weekday and hour in the first week in which sign-up is still possible', () => {
  const { startsAt, endsAt, signUpUntil } = timesOf(asLast(event(), now))
  expect([startsAt, endsAt, signUpUntil]).toEqual([
    at('2026-11-27T11:00:00Z'),
    at('2026-11-27T13:00:00Z'),
    at('2026-11-26T12:00:00Z'),
  ])
  // A day later its sign-up would be over already.
  expect(timesOf(asLast(event(), Date.parse('2026-11-26T12:00:00Z'))).startsAt).toBe(
    at('2026-12-04T11:00:00Z'),
  )
})

test('an event that is still to come is moved on by a week at least, and everything moves alike', () => {
  for (const days of [-400, -30, -7, -1, 0, 3, 40]) {
    const start = new Date(now + days * 24 * hour).toISOString()
    const last = event({
      startsAt: start,
      endsAt: new Date(Date.parse(start) + 2 * hour).toISOString(),
      signUpUntil: new Date(Date.parse(start) - 20 * hour).toISOString(),
    })
    const next = timesOf(asLast(last, now))
    const weeks = movedBy(start, next.startsAt)
    expect([Number.isInteger(weeks), weeks >= 1, Date.parse(next.signUpUntil) > now]).toEqual([
      true,
      true,
      true,
    ])
    expect([movedBy(last.endsAt, next.endsAt), movedBy(last.signUpUntil, next.signUpUntil)]).toEqual([
      weeks,
      weeks,
    ])
    expect(wrongIn(asLast(last, now), now)).toEqual({})
  }
})

test('another first day takes the end and the sign-up along', () => {
  const draft = fromEvent(event())
  expect(onDay(draft, '2026-12-01')).toEqual({
    startDate: '2026-12-01',
    endDate: '2026-12-01',
    untilDate: '2026-11-30',
  })
})

test('only changed fields are sent, and a text with its translation', () => {
  const before = event()
  const draft = fromEvent(before)
  expect(changesOf(before, draft)).toEqual({})
  expect(changesOf(before, { ...draft, capacity: '60' })).toEqual({ capacity: 60 })
  expect(changesOf(before, { ...draft, title: '邻里午餐' })).toEqual({ title: '邻里午餐', titleEn: 'Dinner' })
  expect(changesOf(before, { ...draft, english: false })).toEqual({ title: '邻里晚餐' })
  expect(changesOf(before, { ...draft, bodyEn: 'Bring a dish' })).toEqual({
    body: '带一道菜',
    bodyEn: 'Bring a dish',
  })
  expect(changesOf(event({ perHouse: 3 }), { ...draft, perHouse: '' })).toEqual({ perHouse: null })
})

test('a fault is shown at its field', () => {
  const draft = { ...fromEvent(event()), ...onDay(fromEvent(event()), '2026-12-01') }
  expect(wrongIn(draft, now)).toEqual({})
  expect(
    wrongIn({ ...draft, title: ' ', capacity: '0', perHouse: '21', endTime: draft.startTime }, now),
  ).toEqual({ title: 'needName', capacity: 'needCapacity', perHouse: 'needPerHouse', endsAt: 'endsEarly' })
  expect(wrongIn({ ...draft, untilDate: '2026-12-02' }, now)).toEqual({ signUpUntil: 'untilLate' })
  expect(wrongIn({ ...draft, untilDate: '2026-11-24' }, now)).toEqual({ signUpUntil: 'untilPast' })
  expect(wrongIn({ ...draft, untilDate: '2026-11-24' }, now, draft)).toEqual({})
  expect(
    wrongIn({ ...draft, startDate: '2026-11-25', startTime: '00:30', untilDate: '2026-11-30' }, now),
  ).toEqual({ startsAt: 'startsPast' })
  expect(wrongIn({ ...draft, startDate: '2028-12-02', endDate: '2028-12-02' }, now)).toEqual({
    startsAt: 'startsFar',
  })
  expect(wrongIn({ ...draft, endDate: '9999-12-31' }, now)).toEqual({ endsAt: 'endsFar' })
  expect(wrongIn({ ...draft, perHouse: '8', capacity: '7' }, now)).toEqual({ perHouse: 'overSeats' })
  expect([wrongIn({ ...draft, capacity: '3' }, now), wrongIn({ ...draft, perHouse: '3' }, now)]).toEqual([
    { partyMost: 'overSeats' },
    { partyMost: 'overHouse' },
  ])
  expect(wrongIn({ ...draft, audience: { kind: 'buildings', ids: [] } }, now)).toEqual({
    audience: 'needAudience',
  })
})

test('a field that was valid when it was published is not checked again', () => {
  const before = fromEvent(
    event({ startsAt: at('2026-11-25T01:00:00Z'), endsAt: at('2027-03-25T04:00:00Z'), capacity: 3 }),
  )
  expect(wrongIn({ ...before, title: '更正' }, now, before)).toEqual({})
  expect(wrongIn({ ...before, startTime: '08:00' }, now, before)).toEqual({
    startsAt: 'startsPast',
    endsAt: 'endsFar',
  })
})

test('buildings are read as people write them', () => {
  expect(buildingsIn('1-3, 5、8 号楼')).toEqual(['1', '2', '3', '5', '8'])
  expect(buildingsIn('12 至 14号楼；12')).toEqual(['12', '13', '14'])
  expect(buildingsIn('3-1 1-9999 A1')).toEqual(['A1'])
  expect(buildingsIn('')).toEqual([])
  expect(toInput({ ...fromEvent(event()), audience: { kind: 'buildings', ids: ['44'] } }).audience).toEqual({
    kind: 'buildings',
    ids: ['44'],
  })
})
