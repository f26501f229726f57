import type { Input } from '@domain/contract'
import { invalid } from '@domain/kernel/failure'
import { longestDays } from '@domain/visitor/estate-key'
import { gatePosition } from '@domain/visitor/settings'
import { dayMs } from '@domain/visitor/wall'
import type { SetEstate } from '../_kit/estate'

type CreateInput = Input<'visitor', 'create'>

/** Longest validity of a pass, in days; our own figures. */
const mostDays = { once: 7, multi: 90, recurring: 180 }

/**
 * @throws Refusal INVALID_INPUT on the field when the terms of a new pass contradict one another or its kind
 */
export function checkTerms(input: CreateInput, estate: SetEstate, now: Date): void {
  checkPeriod(input, now)
  checkUses(input)
  checkWeekdays(input)
  const { gates = [] } = input
  if (gates.some(gate => gatePosition(estate.settings.visitor.gates, gate) < 0))
    throw invalid('gates', '没有这个门', 'No such gate')
}

function checkPeriod({ kind, from, to }: CreateInput, now: Date): void {
  if (from >= to) throw invalid('to', '结束时间要晚于开始时间', 'Must end after it begins')
  if (Date.parse(to) <= now.getTime()) throw invalid('to', '这个时间已过', 'This time has passed')
  if (Date.parse(to) - Date.parse(from) > mostDays[kind] * dayMs)
    throw invalid(
      'to',
      `这种通行证最长 ${String(mostDays[kind])} 天`,
      `At most ${String(mostDays[kind])} days for this kind`,
    )
  if (Date.parse(to) - now.getTime() > longestDays * dayMs)
    throw invalid('to', '时间太远，请改早一些', 'Too far in the future')
}

function checkUses({ kind, uses }: CreateInput): void {
  if (kind === 'multi' && (uses ?? 0) < 2)
    throw invalid('uses', '请填写可用次数（2–100）', 'How many times (2–100)')
  if (kind !== 'multi' && uses !== undefined && uses !== 1)
    throw invalid('uses', '只有多次通行证有次数', 'Only a multiple-entry pass has a number of uses')
}

function checkWeekdays({ kind, weekdays }: CreateInput): void {
  if (kind === 'recurring' && !weekdays) throw invalid('weekdays', '请选择星期', 'Please choose the weekdays')
  if (kind !== 'recurring' && weekdays)
    throw invalid('weekdays', '只有长期通行证可选星期', 'Only a recurring pass has weekdays')
}
