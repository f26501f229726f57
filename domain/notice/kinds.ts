import { posts, relations } from '../kernel/people'

/**
 * The audience of a notice: the whole estate, some buildings, some houses, or some roles (posts and
 * relations).
 */
export const audienceKinds = ['estate', 'buildings', 'houses', 'roles'] as const
export type AudienceKind = (typeof audienceKinds)[number]
export const audienceRoles = [...relations, ...posts] as const

/** What a notice can announce. */
export const subjects = ['event', 'survey'] as const

/** The stages of a push: the audience is listed, the messages are sent, done. */
export const pushStages = ['listing', 'sending', 'done'] as const
export type PushStage = (typeof pushStages)[number]
/** The state of one person's message. */
export const rowStates = ['waiting', 'taken', 'sent', 'refused', 'failed'] as const
export type RowState = (typeof rowStates)[number]
/**
 * Why a person was not reached. noConsent: our ledger has no consent left; refused: WeChat says so (43101);
 * noAnswer: the send got no answer, and sending again could notify the person twice; interrupted: the
 * function ended during the send; gone: the person has left the estate; withdrawn: the notice was withdrawn
 * before; the others are WeChat's refusals.
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

/** Whether a house or person of the audience has read it; `absent`: nobody of the house is in the app. */
export const receiptStates = ['read', 'unread', 'absent'] as const
