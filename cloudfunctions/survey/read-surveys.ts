import { Refusal } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { words } from '@domain/kernel/words'
import { resultsOf, runsSurveys, statusOf } from '@domain/survey/decisions'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { listGroups } from '../_messages/audience'
import { surveys } from '../_services/survey/records'
import { viewFor, visibleSurvey } from './ballots'

const leaveOut = ['outbox', 'marks', 'texts', 'ballots', 'tally']

export const getSurvey = action('survey', 'get', {
  load: ({ id }) => surveys.byId(id),
  run: ({ caller, loaded, now }) => Promise.resolve(viewFor(visibleSurvey(loaded, caller), caller, now)),
})

/** Open surveys, the first to end first; or surveys that are over, latest first. */
export const listSurveys = action('survey', 'list', {
  async run({ input: { when, cursor, limit = 20 }, caller, now }) {
    const at = now.toISOString()
    const whose = runsSurveys(caller)
      ? { estateId: caller.estateId ?? '' }
      : { groups: op.in(listGroups(caller)) }
    const endKey = when === 'open' ? op.gt(cursor ?? at) : op.lt(cursor ?? at)
    const found = await surveys.find(
      { ...whose, endKey },
      { orderBy: ['endKey', when === 'open' ? 'asc' : 'desc'], limit: limit + 1, leaveOut },
    )
    const page = toPage(
      found,
      limit,
      survey => survey.endKey,
      survey => viewFor(survey, caller, now),
    )
    return { ...page, items: page.items.filter(({ status }) => status !== 'cancelled') }
  },
})

/**
 * The results, which no one sees before the end: they would influence later voters, and reveal the vote that
 * was cast last.
 */
export const readResults = action('survey', 'results', {
  load: ({ id }) => surveys.byId(id),
  run({ caller, loaded, now }) {
    const survey = visibleSurvey(loaded, caller)
    if (statusOf(survey, now) !== 'over')
      throw new Refusal('CONFLICT', {
        words: words('结束后公布结果', 'Results are shown when the survey has ended'),
      })
    return Promise.resolve(resultsOf(survey, caller.lang))
  },
})
