import { invalid } from '../kernel/failure'
import { relations } from '../kernel/people'
import type { AudienceInput } from '../notice/contract'
import { maxDays, maxYearsAhead } from './kinds'

export interface Times {
  startsAt: string
  endsAt: string
  signUpUntil: string
}

const day = 86_400_000
const same = (one: string, other: string): boolean => Date.parse(one) === Date.parse(other)

/**
 * Checks the times of an event. Times that are the same as `before` are not checked again, so that the text
 * of an event that has started can be corrected.
 * @throws Refusal INVALID_INPUT naming the time that does not fit the others
 */
export function checkTimes({ startsAt, endsAt, signUpUntil }: Times, now: Date, before?: Times): void {
  const at = now.toISOString()
  const starts = before === undefined || !same(startsAt, before.startsAt)
  const moves = starts || !same(endsAt, before.endsAt)
  if (endsAt <= startsAt) throw invalid('endsAt', '结束时间要晚于开始时间', 'The end must be after the start')
  if (endsAt <= at) throw invalid('endsAt', '结束时间要晚于现在', 'Must be in the future')
  if (starts && startsAt <= at) throw invalid('startsAt', '开始时间要晚于现在', 'Must be in the future')
  if (starts && Date.parse(startsAt) > now.getTime() + maxYearsAhead * 366 * day)
    throw invalid(
      'startsAt',
      `最多提前 ${String(maxYearsAhead)} 年`,
      `At most ${String(maxYearsAhead)} years ahead`,
    )
  if (moves && Date.parse(endsAt) > Date.parse(startsAt) + maxDays * day)
    throw invalid(
      'endsAt',
      `活动最长 ${String(maxDays)} 天`,
      `At most ${String(maxDays)} days after the start`,
    )
  if (signUpUntil > endsAt)
    throw invalid('signUpUntil', '报名截止不能晚于活动结束', 'Sign-up must close before the event ends')
  // A published event may get a time in the past: that is how the desk closes sign-up early.
  if (before === undefined && signUpUntil <= at)
    throw invalid('signUpUntil', '报名截止要晚于现在', 'Must be in the future')
}

/**
 * @throws Refusal INVALID_INPUT when the seats of a house or a party exceed the capacity; absent fields are
 * not checked
 */
export function checkSeats({
  capacity,
  perHouse,
  partyMost,
}: {
  capacity: number
  perHouse?: number | null | undefined
  partyMost?: number | undefined
}): void {
  if (perHouse && perHouse > capacity)
    throw invalid('perHouse', '不能多于名额', 'Cannot exceed the number of seats')
  if (partyMost === undefined) return
  if (partyMost > capacity) throw invalid('partyMost', '不能多于名额', 'Cannot exceed the number of seats')
  if (perHouse && partyMost > perHouse)
    throw invalid('partyMost', '不能多于每户最多', 'Cannot exceed the limit per house')
}

/** Only residents sign up: staff have no house to sign up for. */
export const audienceRoles = relations

/**
 * @throws Refusal INVALID_INPUT on `audience.ids` for a role whose holders could see the event but not sign
 * up
 */
export function checkAudience({ kind, ids = [] }: AudienceInput): void {
  const living: readonly string[] = audienceRoles
  if (kind === 'roles' && ids.some(role => !living.includes(role)))
    throw invalid(
      'audience.ids',
      '活动只能面向住户，请选择业主、家庭成员或租户',
      'Events are for residents: owners, family or tenants',
    )
}
