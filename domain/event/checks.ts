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
 * Whether an event can take place when it says. What stays as it was `before` is not asked about again, so that the text of one that is under way can be corrected.
 * @throws Refusal INVALID_INPUT naming the time that does not fit the others
 */
export function checkTimes({ startsAt, endsAt, signUpUntil }: Times, now: Date, before?: Times): void {
  const at = now.toISOString()
  const starts = before === undefined || !same(startsAt, before.startsAt)
  const moves = starts || !same(endsAt, before.endsAt)
  if (endsAt <= startsAt) throw invalid('endsAt', '结束时间要晚于开始时间', 'Must end after it begins')
  if (endsAt <= at) throw invalid('endsAt', '结束时间要晚于现在', 'Must lie ahead')
  if (starts && startsAt <= at) throw invalid('startsAt', '开始时间要晚于现在', 'Must lie ahead')
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
      `At most ${String(maxDays)} days after it begins`,
    )
  if (signUpUntil > endsAt)
    throw invalid('signUpUntil', '报名截止不能晚于活动结束', 'Sign-up cannot end after the event')
  // Of one that is out, the desk ends sign-up early by a time that is past.
  if (before === undefined && signUpUntil <= at)
    throw invalid('signUpUntil', '报名截止要晚于现在', 'Must lie ahead')
}

/** @throws Refusal INVALID_INPUT naming the share that is larger than what it is a share of; what is not given is not asked about */
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
    throw invalid('perHouse', '不能多于名额', 'Not more than there are seats')
  if (partyMost === undefined) return
  if (partyMost > capacity) throw invalid('partyMost', '不能多于名额', 'Not more than there are seats')
  if (perHouse && partyMost > perHouse)
    throw invalid('partyMost', '不能多于每户最多', 'Not more than a house has')
}

/** Those who sign up live here: the staff have no house to sign up for. */
export const audienceRoles = relations

/** @throws Refusal INVALID_INPUT on `audience.ids`: a role whose holders could see the event and not sign up for it */
export function checkAudience({ kind, ids = [] }: AudienceInput): void {
  const living: readonly string[] = audienceRoles
  if (kind === 'roles' && ids.some(role => !living.includes(role)))
    throw invalid(
      'audience.ids',
      '活动只能面向住户，请选择业主、家庭成员或租户',
      'Events are for residents: owners, family or tenants',
    )
}
