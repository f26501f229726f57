import type { Survey } from '@domain/survey/survey'
import { readEstate } from '../../_kit/estate'
import { addRecord } from '../../_kit/outbox'
import { newNotice } from '../../_messages/new-notice'
import { notices } from '../../_messages/records'
import { withdrawNoticesAbout } from '../../_messages/sync-notice'

/**
 * Publishes the notice of a survey, or withdraws it when the survey is cancelled. Idempotent: the notice has
 * the survey's id, so it is created once.
 */
export async function announceSurvey(survey: Survey): Promise<void> {
  const now = new Date(survey.createdAt)
  const { _id: id, title, body, audience, groups, endsAt } = survey
  const estate = await readEstate(survey.estateId)
  const notice = newNotice(
    { kind: 'survey.opened', title, body, audience, groups, about: { kind: 'survey', id }, until: endsAt },
    { estate, by: survey.by, now, request: { key: id, action: 'publish' }, push: survey.push },
  )
  if (survey.cancelled) await withdrawNoticesAbout(id, new Date())
  else await addRecord(notices, notice)
}
