import { Refusal } from '@domain/kernel/failure'
import { checkUntil } from '@domain/parking/decisions'
import { defaultParkingSettings } from '@domain/parking/settings'
import { parkingCell } from '@domain/parking/sheet'

const now = new Date('2026-11-25T06:00:00.000Z')
/** 23:59 in the estate, this many days ahead. */
const endOf = (ahead: number): string => new Date(Date.UTC(2026, 10, 25 + ahead, 15, 59)).toISOString()
const fieldsOf = (check: () => unknown): unknown => {
  try {
    check()
    return 'fine'
  } catch (error) {
    return error instanceof Refusal ? Object.keys(error.fields ?? {}) : error
  }
}
const check = (
  permit: 'monthly' | 'owned' | 'temporary',
  until: string | undefined,
  before: string | null = null,
) => fieldsOf(() => checkUntil({ permit, until: before }, until, now, defaultParkingSettings))

test.each([
  ['a temporary permit for its longest time', check('temporary', endOf(30)), 'fine'],
  ['a day more', check('temporary', endOf(31)), ['until']],
  ['renewed in time, it gets the whole of the next term', check('temporary', endOf(36), endOf(6)), 'fine'],
  ['and not a day more', check('temporary', endOf(37), endOf(6)), ['until']],
  ['a permit that has ended is counted from today', check('temporary', endOf(31), endOf(-2)), ['until']],
  ['a year by the month, renewed a week before its end', check('monthly', endOf(367), endOf(7)), 'fine'],
  ['a year and a half', check('monthly', endOf(540)), ['until']],
  ['an end that has passed', check('owned', endOf(-1)), ['until']],
  ['no end, for a space of one’s own', check('owned', undefined), 'fine'],
  ['no end, by the month', check('monthly', undefined), ['until']],
])('%s', (_, found, expected) => {
  expect(found).toEqual(expected)
})

test.each([
  ['2027-01-05', 'end of 2027-01-05'],
  ['2027/1/5', 'end of 2027-01-05'],
  ['2027.01.5', 'end of 2027-01-05'],
  ['2027年1月5日', 'end of 2027-01-05'],
  ['2028-02-29', 'end of 2028-02-29'],
  ['2027-02-29', '2027-02-29'],
  ['2027-13-01', '2027-13-01'],
  ['5/1/2027', '5/1/2027'],
  ['46022', '46022'],
  ['长期', '长期'],
])('the office writes %s', (cell, expected) => {
  expect(parkingCell('until', cell, date => `end of ${date}`)).toBe(expected)
})
