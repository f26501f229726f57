import { forbidden, Refusal } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { words } from '@domain/kernel/words'
import { maySeeSurvey, resultsOf, runsSurveys, statusOf } from '@domain/survey/decisions'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { groupsOf } from '../_messages/audience'
import { surveys } from '../_services/survey/records'
import { viewFor } from './ballots'

const leaveOut = ['outbox', 'marks', 'texts', 'ballots', 'tally']

export const getSurvey = action('survey', 'get', {
  load: ({ id }) => surveys.byId(id),
  async run({ caller, loaded: survey, now }) {
    if (survey === null || !maySeeSurvey(survey, caller, listGroups(caller))) throw forbidden()
    return viewFor(survey, caller, now)
  },
})

/** What can still be answered, the first to end first; or what is over, the latest first. */
export const listSurveys = action('survey', 'list', {
  async run({ input: { when, cursor, limit = 20 }, caller, now }) {
    const at = now.toISOString()
    const whose = runsSurveys(caller)
      ? { estateId: caller.estateId ?? '' }
      : { groups: op.in(groupsOf(caller)) }
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

/** Nobody sees sums before the end: they would sway those who have not voted, and tell who voted last. */
export const readResults = action('survey', 'results', {
  load: ({ id }) => surveys.byId(id),
  async run({ caller, loaded: survey, now }) {
    if (survey === null || !maySeeSurvey(survey, caller, listGroups(caller))) throw forbidden()
    if (statusOf(survey, now) !== 'over')
      throw new Refusal('CONFLICT', { words: words('结束后公布结果', 'The result is shown when it is over') })
    return resultsOf(survey, caller.lang)
  },
})
