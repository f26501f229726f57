import { forbidden, Refusal } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { words } from '@domain/kernel/words'
import { statusOf } from '@domain/survey/decisions'
import type { Survey } from '@domain/survey/survey'
import { audit } from '../_kit/audit'
import { commit } from '../_kit/outbox'
import { wakeCourier } from '../_kit/wake-courier'
import { action } from '../_kit/serve'
import { surveys } from '../_services/survey/records'
import { viewFor } from './ballots'

/** Ends a survey before its time, with its result; or calls it off, without one. Which of the two, and by whom, is in the audit. */
const endSurvey = (what: 'close' | 'cancel', set: (survey: Survey, now: Date) => Partial<Survey>) =>
  action<'survey', 'close' | 'cancel', Survey | null>('survey', what, {
    load: ({ id }) => surveys.byId(id),
    async run({ caller, loaded: survey, now, requestKey }) {
      if (survey === null || survey.estateId !== caller.estateId) throw forbidden()
      if (survey.marks.some(({ key }) => key === requestKey)) return viewFor(survey, caller, now)
      if (statusOf(survey, now) !== 'open')
        throw new Refusal('CONFLICT', { words: words('投票已结束', 'It is over') })
      const next = {
        ...survey,
        ...set(survey, now),
        rev: survey.rev + 1,
        marks: [...survey.marks, { key: requestKey, action: what }],
      }
      if (!(await commit(surveys, survey, next, { outboxDue: true }))) throw new Refusal('CONFLICT')
      wakeCourier(surveys.name, survey._id)
      await audit(requestKey, now, {
        estateId: survey.estateId,
        by: caller.openid,
        did: `survey.${what}`,
        record: survey._id,
      })
      return viewFor(next, caller, now)
    },
  })

export const closeSurvey = endSurvey('close', (survey, now) => ({
  endsAt: now.toISOString(),
  endKey: sortKey(now, survey._id),
}))
export const cancelSurvey = endSurvey('cancel', () => ({ cancelled: true }))
