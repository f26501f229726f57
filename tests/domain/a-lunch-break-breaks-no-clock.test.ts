import fc from 'fast-check'
import { addWorkingMinutes, defaultWorkingHours, estateDay } from '@domain/kernel/estate-time'

const zone = 'Asia/Shanghai'
const at = (local: string) => new Date(`${local}:00+08:00`)
const due = (from: string, minutes: number, hours = defaultWorkingHours) =>
  addWorkingMinutes(at(from), minutes, zone, hours).toISOString()

test.each([
  ['2026-11-24T08:30', 120, '2026-11-24T10:30'],
  ['2026-11-24T11:00', 120, '2026-11-24T14:30'],
  ['2026-11-24T12:30', 120, '2026-11-24T15:30'],
  ['2026-11-24T17:00', 120, '2026-11-25T09:30'],
  ['2026-11-24T23:59', 120, '2026-11-25T10:30'],
  ['2026-11-24T10:00', 120, '2026-11-24T12:00'],
])('from %s, %i working minutes end at %s', (from, minutes, until) => {
  expect(due(from, minutes)).toBe(at(until).toISOString())
})

test('holidays and days off do not count', () => {
  expect(
    due('2026-11-27T17:00', 120, { ...defaultWorkingHours, days: [1, 2, 3, 4, 5], holidays: ['2026-11-30'] }),
  ).toBe(at('2026-12-01T09:30').toISOString())
})

test('working hours without any time are refused instead of searched forever', () => {
  expect(() => due('2026-11-24T08:30', 1, { ...defaultWorkingHours, days: [] })).toThrow(RangeError)
})

test('a day belongs to the estate, also between midnight and eight in UTC', () => {
  expect(estateDay(new Date('2026-11-23T16:00:00Z'), zone)).toBe('2026-11-24')
  expect(estateDay(new Date('2026-11-23T15:59:59Z'), zone)).toBe('2026-11-23')
})

test('more working time never ends earlier, and two halves make the whole', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 365 * 24 * 60 }),
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 1, max: 900 }),
      (offset, a, b) => {
        const from = new Date(Date.parse('2026-01-01T00:00:00Z') + offset * 60_000)
        const half = addWorkingMinutes(from, a, zone, defaultWorkingHours)
        const whole = addWorkingMinutes(from, a + b, zone, defaultWorkingHours)
        expect(whole.getTime()).toBeGreaterThan(half.getTime())
        expect(addWorkingMinutes(half, b, zone, defaultWorkingHours)).toEqual(whole)
      },
    ),
  )
})
