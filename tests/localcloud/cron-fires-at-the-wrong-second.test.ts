import { parseCron } from '../../localcloud/functions/cron'

const at = (iso: string) => Date.parse(iso)

test.each([
  ['0 * * * * * *', '2026-05-01T00:00:00Z', true],
  ['0 * * * * * *', '2026-05-01T00:00:01Z', false],
  ['0 0 2 * * * *', '2026-05-01T18:00:00Z', true],
  ['0 0 2 * * * *', '2026-05-01T02:00:00Z', false],
  ['0 */5 * * * * *', '2026-05-01T00:10:00Z', true],
  ['0 30 9 1,15 * ? 2026', '2026-05-15T01:30:00Z', true],
  ['0 0 0 * * MON-FRI *', '2026-05-03T16:00:00Z', true],
  ['0 0 0 * * 0 *', '2026-05-03T16:00:00Z', false],
])('%s at %s: %s', (expression, time, due) => {
  expect(parseCron(expression)(at(time))).toBe(due)
})

test.each(['* * * * *', '61 * * * * * *', 'x * * * * * *'])('%s is refused', expression => {
  expect(() => parseCron(expression)).toThrow()
})
