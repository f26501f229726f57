import { Refusal } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import type { Pass } from '@domain/visitor/pass'
import { afterRevocation } from '@domain/visitor/rules'
import { mayRevokeAs } from '@domain/visitor/view'
import { passes } from '../_services/visitor/records'
import { toHost } from '../_services/visitor/write'
import { movePass, viewMoved } from './move-pass'

const isOwn = (pass: Pass, caller: Caller): boolean =>
  pass.hostId === caller.openid && pass.estateId === caller.estateId && pass.kind !== 'walkIn'

/**
 * Revokes a pass, as its host, as an owner of the house, or as the butler: it admits no more. A guest who is
 * inside stays until they leave. A host who did not do it is notified.
 */
export const revokePass = movePass('revoke', {
  find: ({ id }) => passes.byId(id),
  may: (pass, caller) => mayRevokeAs(pass, caller) !== null,
  decide(pass, { caller, now }) {
    if (pass.status === 'revoked') return null
    if (pass.to < now.toISOString())
      throw new Refusal('CONFLICT', {
        words: words('通行证已过期，不用撤销', 'This pass has expired; there is nothing to revoke'),
      })
    return {
      pass: afterRevocation(pass, caller.openid, mayRevokeAs(pass, caller) ?? 'host', now),
      notify: pass.hostId === caller.openid ? [] : [{ kind: 'revoked', to: toHost(pass) }],
    }
  },
  view: viewMoved,
})

/** Marks a guest as a favourite, or removes the mark. */
export const starPass = movePass('star', {
  find: ({ id }) => passes.byId(id),
  may: isOwn,
  decide(pass, { input }) {
    return pass.starred === input.starred ? null : { pass: { ...pass, starred: input.starred } }
  },
  view: viewMoved,
})
