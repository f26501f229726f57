import { mostCopied, withoutTransport, type PersonalData } from '../../_kit/personal-data'
import { op } from '../../_kit/store'
import { blocks, gateLog, passes } from './records'

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
          status: 'revoked',
          revokedAt: new Date().toISOString(),
          rev: op.inc(1),
        },
      )
      await passes.change({ 'holder.openid': openid }, { holder: null, rev: op.inc(1) })
      await passes.change({ 'askedBy.openid': openid }, { 'askedBy.openid': alias })
      await gateLog.change({ by: openid }, { by: alias })
      await blocks.change({ by: openid }, { by: alias })
    },
  },
]
