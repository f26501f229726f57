import { addressesOfHouse } from '@domain/kernel/addresses'
import type { Caller } from '@domain/kernel/people'
import { ballotsOf, viewSurvey, type Ballot } from '@domain/survey/decisions'
import type { Survey } from '@domain/survey/survey'
import { listGroups } from '../_messages/audience'
import { voterKeys } from '../_services/survey/voter'

/** The caller's votes in a survey, and which of them have been cast. */
export function ballotsWith(survey: Survey, caller: Caller): (Ballot & { cast: boolean })[] {
  const cast = new Set(survey.voted.map(({ by }) => by))
  return ballotsOf(survey, caller, addressesOfHouse, listGroups(caller)).map(ballot => ({
    ...ballot,
    cast: voterKeys(survey._id, ballot.voter).some(key => cast.has(key)),
  }))
}

export const viewFor = (survey: Survey, caller: Caller, now: Date) =>
  viewSurvey(survey, caller, ballotsWith(survey, caller), now)
