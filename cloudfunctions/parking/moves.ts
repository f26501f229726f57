import * as decisions from '@domain/parking/decisions'
import { answerWords } from '@domain/parking/wording'
import { moveRegistration } from './move-registration'

export const rejectRegistration = moveRegistration('reject', (registration, { input, caller }) =>
  decisions.reject(registration, input.reason, caller.openid),
)
export const endRegistration = moveRegistration('end', (registration, { input, caller }) =>
  decisions.end(registration, input.reason, caller.openid),
)
export const cancelRegistration = moveRegistration('cancel', registration => decisions.cancel(registration))
export const renewRegistration = moveRegistration('renew', (_registration, { caller, now }) =>
  decisions.renew(caller.openid, now),
)
export const answerMove = moveRegistration('answerMove', (registration, { input, now }) =>
  decisions.answerMove(registration, input.answer, answerWords[input.answer], now),
)
