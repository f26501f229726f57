import { mostCopied, type PersonalData } from '../../_kit/personal-data'
import { audits } from '../../_kit/records'

export const personalData: readonly PersonalData[] = [
  {
    name: 'audit',
    of: [audits],
    erased: 'The entries stay; the person in them, as actor or as record, is replaced by the alias.',
    copy: async ({ openid }) =>
      (await audits.find({ by: openid }, { limit: mostCopied })).map(({ at, did }) => ({ at, did })),
    async forget({ openid, alias }) {
      await audits.change({ by: openid }, { by: alias })
      await audits.change({ record: openid }, { record: alias })
    },
  },
]
