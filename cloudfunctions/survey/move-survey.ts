import { Refusal } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { words } from '@domain/kernel/words'
import { withoutMessages } from '@domain/notice/outbox'
import { statusOf } from '@domain/survey/decisions'
import type { Survey } from '@domain/survey/survey'
import { move } from '../_kit/move'
import { action } from '../_kit/serve'
import { surveys } from '../_services/survey/records'
import { viewFor } from './ballots'

/**
 * Ends a survey early, with its result, or cancels it, without one. The audit records which of the two, and
 * by whom.
 */
const endSurvey = (name: 'close' | 'cancel', set: (survey: Survey, now: Date) => Partial<Survey>) =>
  action<'survey', 'close' | 'cancel', Survey | null>('survey', name, {
    load: ({ id }) => surveys.byId(id),
    run: ({ caller, loaded, now, request }) =>
      move(
        loaded,
        { request, now },
        {
          records: surveys,
          isVisible: survey => survey.estateId === caller.estateId,
          judge(survey) {
            if (statusOf(survey, now) !== 'open')
              throw new Refusal('CONFLICT', { words: words('投票已结束', 'The vote is over') })
          },
          next: survey => ({
            after: withoutMessages({ ...survey, ...set(survey, now) }, request),
            more: { outboxDue: true },
          }),
          view: survey => viewFor(survey, caller, now),
          audited: { did: `survey.${name}`, by: caller.openid },
        },
      ),
  })

export const closeSurvey = endSurvey('close', (survey, now) => ({
  endsAt: now.toISOString(),
  endKey: sortKey(now, survey._id),
}))
export const cancelSurvey = endSurvey('cancel', () => ({ cancelled: true }))
