import fc from 'fast-check'
import { nextFrom, stayUntil, windowReason, type Terms } from '@domain/visitor/terms'

const china = 480
const at = (wall: string): number => Date.parse(`${wall}+08:00`)
const recurring = (more: Partial<Terms> = {}): Terms => ({
  kind: 'recurring',
  from: at('2026-11-23T08:00:00'),
  to: at('2027-01-29T18:00:00'),
  uses: 0,
  party: 1,
  weekdays: [1, 3, 5],
  hours: { from: 480, to: 1080 },
  gates: [],
  ...more,
})
const night = recurring({ hours: { from: 1320, to: 360 }, weekdays: [5] })

// 2026-11-23 is a Monday in Shanghai. A UTC day begins at 08:00 there, so a rule that takes the machine's day
// fails at the borders.
test.each([
  ['Monday as it opens', recurring(), '2026-11-23T08:00:00', null],
  [
    'Monday a minute before',
    recurring({ from: at('2026-11-01T08:00:00') }),
    '2026-11-23T07:59:59',
    'NOT_YET',
  ],
  ['Monday as it closes', recurring(), '2026-11-23T18:00:00', 'NOT_YET'],
  ['Tuesday at noon', recurring(), '2026-11-24T12:00:00', 'WRONG_DAY'],
  [
    'Tuesday just after midnight, Monday still by UTC',
    recurring({ hours: null }),
    '2026-11-24T00:00:00',
    'WRONG_DAY',
  ],
  ['Monday just before midnight', recurring({ hours: null }), '2026-11-23T23:59:59', null],
  [
    'Wednesday at half past midnight, Tuesday still by UTC',
    recurring({ hours: null }),
    '2026-11-25T00:30:00',
    null,
  ],
  ['before it begins', recurring(), '2026-11-23T07:00:00', 'NOT_YET'],
  ['after it ended', recurring(), '2027-01-29T18:00:01', 'EXPIRED'],
  ['Friday night', night, '2026-11-27T22:00:00', null],
  ['Friday’s night on Saturday morning', night, '2026-11-28T05:59:00', null],
  ['Saturday morning when the night is over', night, '2026-11-28T06:00:00', 'WRONG_DAY'],
  ['Saturday night', night, '2026-11-28T22:30:00', 'WRONG_DAY'],
  ['Friday morning, whose Thursday is not allowed', night, '2026-11-27T05:00:00', 'NOT_YET'],
  ['once, as it begins', recurring({ kind: 'once', weekdays: [], hours: null }), '2026-11-23T08:00:00', null],
  [
    'once, at its last moment',
    recurring({ kind: 'once', weekdays: [], hours: null }),
    '2027-01-29T18:00:00',
    null,
  ],
] as const)('%s', (_name, terms, when, expected) => {
  expect(windowReason(terms, at(when), china)).toBe(expected)
})

test('a guest inside may stay until the hours end, not until the pass ends', () => {
  expect(stayUntil(recurring(), at('2026-11-23T09:30:20'), china)).toBe(at('2026-11-23T18:00:00'))
  expect(stayUntil(night, at('2026-11-27T23:00:00'), china)).toBe(at('2026-11-28T06:00:00'))
  expect(stayUntil(night, at('2026-11-28T01:00:00'), china)).toBe(at('2026-11-28T06:00:00'))
})

test('a guest who comes too early learns the time of admission', () => {
  expect(nextFrom(recurring(), at('2026-11-24T12:00:00'), china)).toBe(at('2026-11-25T08:00:00'))
  expect(nextFrom(recurring(), at('2026-11-23T19:00:00'), china)).toBe(at('2026-11-25T08:00:00'))
  expect(nextFrom(recurring(), at('2027-02-01T00:00:00'), china)).toBeNull()
})

test('the pass admits at the time that it names, and not a minute sooner', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  const some = fc
    .record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      from: minute,
      to: minute,
      when: fc.integer({ min: 0, max: 80 * 1440 }),
      offset: fc.constantFrom(480, 0, -300, 345),
    })
    .filter(({ from, to }) => from !== to)
  fc.assert(
    fc.property(some, ({ days, from, to, when, offset }) => {
      const terms = recurring({
        weekdays: days,
        hours: { from, to },
        from: at('2026-11-01T00:00:00'),
        to: at('2027-03-01T00:00:00'),
      })
      const now = at('2026-11-05T00:00:00') + when * 60_000
      const next = nextFrom(terms, now, offset) as number
      expect(windowReason(terms, next, offset)).toBeNull()
      if (next > now) expect(windowReason(terms, next - 60_000, offset)).not.toBeNull()
      if (windowReason(terms, now, offset) === null) expect(next).toBe(now)
    }),
  )
})
