import { mostCopied, withoutTransport, type PersonalData } from '../../_kit/personal-data'
import { op } from '../../_kit/store'
import { blocks, gateLog, passes } from './records'

/**
 * The passes one has issued go with their guests; of those one has held, or let in as a guard, the person
 * alone.
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
