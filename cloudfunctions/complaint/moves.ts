import * as decisions from '@domain/complaint/decisions'
import { moveComplaint } from './move-complaint'

export const acceptComplaint = moveComplaint('accept', (complaint, { reader, now }) =>
  decisions.accept(complaint, reader.openid, now),
)
export const noteProgress = moveComplaint('progress', (complaint, { input, reader }) =>
  decisions.progress(complaint, reader.openid, input.note),
)
export const resolveComplaint = moveComplaint('resolve', (complaint, { input, reader, estate, now }) =>
  decisions.resolve(complaint, { ...input, by: reader.openid }, now, estate.settings.complaint),
)
export const invalidateComplaint = moveComplaint('invalidate', (complaint, { input }) =>
  decisions.invalidate(complaint, input.reason),
)
export const callBack = moveComplaint('callBack', (complaint, { input, estate, now }) =>
  decisions.callBack(complaint, input, now, { promises: estate.settings.complaint, zone: estate.zone }),
)
export const answerComplaint = moveComplaint('answer', (complaint, { input, estate, now }) =>
  decisions.answer(complaint, input, now, estate.settings.complaint),
)
export const reopenComplaint = moveComplaint('reopen', (complaint, { input, estate, now }) =>
  decisions.reopen(complaint, input.reason, now, estate.settings.complaint),
)
export const withdrawComplaint = moveComplaint('withdraw', (complaint, { input }) =>
  decisions.withdraw(complaint, input.reason),
)
export const closeComplaint = moveComplaint('close', complaint => decisions.close(complaint))
