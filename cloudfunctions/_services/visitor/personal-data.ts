import type { Pass } from '@domain/visitor/pass'
import { viewPass } from '@domain/visitor/view'
import { readEstate } from '../../_kit/estate'
import {
  eachPortion,
  erasedAtOnce,
  mostCopied,
  type PersonalData,
  type Subject,
} from '../../_kit/personal-data'
import { overtaken, retryOvertaken } from '../../_kit/race'
import { op } from '../../_kit/store'
import { blocks, gateLog, passes } from './records'
import { revokedByRule } from './write'

export const personalData: readonly PersonalData[] = [
  {
    name: 'visitors',
    of: [passes, gateLog, blocks],
    erased:
      'On passes that the person issued, the guest’s data is erased as well. On passes that they held, and on entries that they wrote as a guard, only the reference to them is removed; the log keeps the guest’s visit.',
    copy: async subject => {
      const found = await passes.find(
        { hostId: subject.openid },
        { limit: mostCopied, leaveOut: ['outbox', 'marks'] },
      )
      return Promise.all(found.map(pass => copyOf(pass, subject)))
    },
    async forget({ openid, alias }) {
      await passes.change({ hostId: openid, status: 'active' }, revokedByRule(new Date()))
      await passes.change(
        { hostId: openid },
        {
          hostId: alias,
          name: '',
          phone: null,
          plate: null,
          plateKey: null,
          plateSerial: null,
          note: null,
          rev: op.inc(1),
        },
      )
      // Whose key it is stays: the gates must know that no other phone may show the pass.
      for (const role of ['holder.openid', 'askedBy.openid', 'revokedBy.openid'] as const)
        await passes.change({ otherIds: openid, [role]: openid }, { [role]: alias, rev: op.inc(1) })
      await passes.change({ otherIds: openid }, { otherIds: op.pull(openid), rev: op.inc(1) })
      await forgetGuard(openid, alias)
      await blocks.change({ by: openid }, { by: alias })
    },
  },
]

/** The visits on a pass name the guard as well; the log, which has an index, leads to them. */
const forgetGuard = (openid: string, alias: string): Promise<void> =>
  eachPortion(
    () => gateLog.find({ by: openid }, { limit: erasedAtOnce }),
    async found => {
      const ids = [...new Set(found.flatMap(({ passId }) => passId ?? []))]
      for (const pass of ids.length > 0 ? await passes.byIds(ids) : [])
        await forgetVisits(pass, openid, alias)
      await gateLog.change({ _id: op.in(found.map(({ _id }) => _id)), by: openid }, { by: alias })
    },
  )

const forgetVisits = (pass: Pass, openid: string, alias: string): Promise<boolean> =>
  retryOvertaken<Pass | null, boolean>(
    pass,
    () => passes.byId(pass._id),
    async current => {
      if (!current?.visits.some(({ by }) => by === openid)) return true
      const visits = current.visits.map(visit => (visit.by === openid ? { ...visit, by: alias } : visit))
      return (
        (await passes.change({ _id: current._id, rev: current.rev }, { visits, rev: op.inc(1) })) || overtaken
      )
    },
  )

/** The copy leaves out whether the desk has blocked the guest: that is said at the gate. */
const copyOf = async (pass: Pass, { now, callerIn }: Subject): Promise<object> => {
  const { gates } = (await readEstate(pass.estateId)).settings.visitor
  return viewPass(pass, { caller: callerIn(pass.estateId), gates, now, isBlocked: false })
}
