import { surveyContract } from '@domain/survey/contract'
import { serve } from '../_kit/serve'
import { castVote } from './cast-vote'
import { cancelSurvey, closeSurvey } from './move-survey'
import { publishSurvey } from './publish-survey'
import { getSurvey, listSurveys, readResults } from './read-surveys'

export const main = serve('survey', surveyContract, {
  publish: publishSurvey,
  list: listSurveys,
  get: getSurvey,
  answer: castVote,
  results: readResults,
  close: closeSurvey,
  cancel: cancelSurvey,
})
