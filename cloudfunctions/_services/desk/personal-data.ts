import { mostCopied, type PersonalData } from '../../_kit/personal-data'
import { audits } from '../../_kit/records'

/** Audit entries stay; the person in them, as actor or as record, is replaced by the alias. */
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
