import { posts, relations } from '../kernel/people'

/** For whom a notice is: the whole estate, some buildings, some houses, or those who hold a post or live here as owner, family or tenant. */
export const audienceKinds = ['estate', 'buildings', 'houses', 'roles'] as const
export type AudienceKind = (typeof audienceKinds)[number]
export const audienceRoles = [...relations, ...posts] as const

/** What a notice can be about, besides itself. */
export const subjects = ['event', 'survey'] as const

/** How a push goes: who is in the audience, then the messages, then nothing more. */
export const pushStages = ['listing', 'sending', 'done'] as const
export type PushStage = (typeof pushStages)[number]
/** What has become of one person's message. */
export const rowStates = ['waiting', 'taken', 'sent', 'refused', 'failed'] as const
export type RowState = (typeof rowStates)[number]
/**
 * Why somebody was not reached. noConsent: no accept is left in our ledger; refused: WeChat says so (43101); noAnswer: the send brought no answer, and
 * sending again could tell them twice; interrupted: the function ended in the middle of the send; withdrawn: the notice was taken back before; the others are WeChat's refusals.
 */
export const failReasons = [
  'noConsent',
  'refused',
  'noAnswer',
  'interrupted',
  'wrongValue',
  'wrongTemplate',
  'wrongPage',
  'badOpenid',
  'gone',
  'withdrawn',
] as const
export type FailReason = (typeof failReasons)[number]

/** Whether a house or a person of the audience has read: `absent` has nobody in the app. */
export const receiptStates = ['read', 'unread', 'absent'] as const
