import { talliesFor, type Tally } from '@domain/desk/figures'
import { estateDay } from '@domain/kernel/estate-time'
import { invalid } from '@domain/kernel/failure'
import { op } from '../../_kit/store'
import { tallies } from './records'

/** The longest period: two years, with a margin for the days at its edges. */
const mostDays = 800

/**
 * The first and the last day of a period, in the estate's zone.
 * @throws Refusal INVALID_INPUT on `to` when the period is empty or too long
 */
export function toDays(
  { from, to }: { from: string; to: string },
  zone: string,
): { first: string; last: string } {
  if (from >= to) throw invalid('to', '结束时间要晚于开始时间', 'Must end after it begins')
  if (Date.parse(to) - Date.parse(from) > mostDays * 86_400_000)
    throw invalid('to', '最长两年', 'At most two years')
  return { first: estateDay(new Date(from), zone), last: estateDay(new Date(Date.parse(to) - 1), zone) }
}

/** Reads the tallies that make up a period: one request, whatever the number of records. */
export async function readTallies(
  estateId: string,
  period: { from: string; to: string },
  zone: string,
): Promise<Tally[]> {
  const { first, last } = toDays(period, zone)
  const keys = talliesFor(first, last)
  return tallies.find({ estateId, key: op.in(keys) }, { limit: keys.length })
}
