import type { Survey } from '@domain/survey/survey'
import { addCarrier } from './carriers'
import { estateOf } from './estate'
import { newNotice } from './notice-write'
import { notices } from './notice-records'
import { settleNotice } from './notice-row'

/** Tells of a survey by a notice of its own, which goes when the survey is cancelled. The survey's id is the notice's too: it is made once. */
export async function announceSurvey(survey: Survey): Promise<void> {
  const now = new Date(survey.createdAt)
  const { _id: id, title, body, audience, groups, endsAt } = survey
  const estate = await estateOf(survey.estateId)
  const notice = newNotice({ kind: 'survey.opened', title, body, audience, groups, about: { kind: 'survey', id }, until: endsAt }, { estate, by: survey.by, now, id, push: survey.push })
  await addCarrier('notices', notice)
  const made = await notices.byId(id)
  if (made === null || !survey.cancelled || made.withdrawnAt !== null) return
  const withdrawnAt = new Date().toISOString()
  if (await notices.change({ _id: id, withdrawnAt: null }, { withdrawnAt, alarm: null })) await settleNotice({ ...made, withdrawnAt }, new Date())
}
