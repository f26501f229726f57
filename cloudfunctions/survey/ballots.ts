import { addressesOfHouse } from '@domain/kernel/addresses'
import { forbidden } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { ballotsOf, maySeeSurvey, viewSurvey, type Ballot } from '@domain/survey/decisions'
import type { Survey } from '@domain/survey/survey'
import { listGroups } from '../_messages/audience'
import { voterKeys } from '../_services/survey/voter'

/** The votes that the caller has in a survey, and whether each has been cast. */
export function ballotsWith(survey: Survey, caller: Caller): (Ballot & { cast: boolean })[] {
  const cast = new Set(survey.voted.map(({ by }) => by))
  return ballotsOf(survey, caller, addressesOfHouse, listGroups(caller)).map(ballot => ({
    ...ballot,
    cast: voterKeys(survey._id, ballot.voter).some(key => cast.has(key)),
  }))
}

/** A survey as the caller sees it. */
export const viewFor = (survey: Survey, caller: Caller, now: Date) =>
  viewSurvey(survey, caller, ballotsWith(survey, caller), now)

/** @throws Refusal FORBIDDEN when there is no such survey for the caller */
export function visibleSurvey(survey: Survey | null, caller: Caller): Survey {
  if (survey === null || !maySeeSurvey(survey, caller, listGroups(caller))) throw forbidden()
  return survey
}
