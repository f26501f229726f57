import * as z from 'zod/mini'
import { instant } from '@domain/kernel/wire'

test.each([
  ['2026-11-25T08:00:00Z', '2026-11-25T08:00:00.000Z'],
  ['2026-11-25T08:00:01Z', '2026-11-25T08:00:01.000Z'],
  ['2026-11-25T08:00:01.5Z', '2026-11-25T08:00:01.500Z'],
  ['2026-11-25T08:00:01.123456Z', '2026-11-25T08:00:01.123Z'],
])('%s is taken as %s, so that instants compare as texts', (given, taken) => {
  expect(z.parse(instant, given)).toBe(taken)
})

test.each([
  '2026-11-25',
  '2026-11-25T08:00Z',
  '2026-11-25T08:00:00+08:00',
  '2026-11-25T25:00:00Z',
  '',
  'tomorrow',
])('%s is no instant', given => {
  expect(z.safeParse(instant, given).success).toBe(false)
})
