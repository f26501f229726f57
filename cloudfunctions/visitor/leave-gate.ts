import { forbidden } from '@domain/kernel/failure'
import { insideVisit, passIdOf, type Pass, type Visit } from '@domain/visitor/pass'
import { afterLeaving } from '@domain/visitor/rules'
import { toLogEntry, viewEntry } from '@domain/visitor/view'
import { passes } from '../_services/visitor/records'
import { toHost } from '../_services/visitor/write'
import { movePass } from './move-pass'

/** Records that a guest leaves. Idempotent. */
export const leaveGate = movePass('leave', {
  find: ({ entryId }) => passes.byId(passIdOf(entryId)),
  may: (pass, caller, { entryId }) =>
    pass.estateId === caller.estateId && visitOf(pass, entryId) !== undefined,
  decide(pass, { input, now }) {
    const visit = visitOf(pass, input.entryId)
    if (visit === undefined || visit.leftAt !== null || visit !== insideVisit(pass)) return null
    return {
      pass: afterLeaving(pass, visit.id, now.getTime(), input.gate),
      notify: [{ kind: 'left', to: toHost(pass) }],
    }
  },
  view(pass, { input, now }) {
    const visit = visitOf(pass, input.entryId)
    if (visit === undefined) throw forbidden()
    return viewEntry(toLogEntry(pass, visit), now)
  },
})

const visitOf = (pass: Pass, entryId: string): Visit | undefined =>
  pass.visits.find(({ id }) => id === entryId)
