import { mostCopied, type PersonalData } from '../../_kit/personal-data'
import { audits } from '../../_kit/records'

/** The audit keeps the deed; whose it was, and to whom it was done, goes with the person. */
export const personalData: readonly PersonalData[] = [
  {
    name: 'audit',
    copy: openid => audits.find({ by: openid }, { limit: mostCopied }),
    async forget(openid, alias) {
      await audits.change({ by: openid }, { by: alias })
      await audits.change({ record: openid }, { record: alias })
    },
  },
]
