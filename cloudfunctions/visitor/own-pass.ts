import { Refusal } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import type { Pass } from '@domain/visitor/pass'
import { viewPass } from '@domain/visitor/view'
import { passes } from '../_services/visitor/records'
import { movePass } from './move-pass'

const isOwn = (pass: Pass, caller: Caller): boolean =>
  pass.hostId === caller.openid && pass.estateId === caller.estateId && pass.kind !== 'walkIn'

/** Revokes a pass: it admits no more. A guest who is inside stays until they leave. */
export const revokePass = movePass('revoke', {
  find: ({ id }) => passes.byId(id),
  may: isOwn,
  decide(pass, { now }) {
    if (pass.status === 'revoked') return null
    if (pass.to < now.toISOString())
      throw new Refusal('CONFLICT', {
        words: words('通行证已过期，不用撤销', 'This pass has expired; there is nothing to revoke'),
      })
    return { pass: { ...pass, status: 'revoked', revokedAt: now.toISOString() } }
  },
  view: (pass, { caller, estate, now }) => viewPass(pass, caller, estate.settings.visitor.gates, now),
})

/** Marks a guest as a favourite, or removes the mark. */
export const starPass = movePass('star', {
  find: ({ id }) => passes.byId(id),
  may: isOwn,
  decide(pass, { input }) {
    return pass.starred === input.starred ? null : { pass: { ...pass, starred: input.starred } }
  },
  view: (pass, { caller, estate, now }) => viewPass(pass, caller, estate.settings.visitor.gates, now),
})
