import { mostCopied, withoutTransport, type PersonalData } from '../../_kit/personal-data'
import { op } from '../../_kit/store'
import { blocks, gateLog, passes } from './records'
import { revokedByRule } from './write'

/**
 * On the passes that a person has issued, the guest's data is erased as well. On passes that they have held,
 * and on log entries that they wrote as a guard, only the reference to the person is removed.
 */
export const personalData: readonly PersonalData[] = [
  {
    name: 'visitors',
    copy: async openid =>
      (await passes.find({ hostId: openid }, { limit: mostCopied })).map(withoutTransport),
    async forget(openid, alias) {
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
      await gateLog.change({ by: openid }, { by: alias })
      await blocks.change({ by: openid }, { by: alias })
    },
  },
]
