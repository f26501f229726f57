import { mostCopied, withoutTransport, type PersonalData } from '../../_kit/personal-data'
import { op } from '../../_kit/store'
import { consultMessages } from './records'

/** Messages stay with the house; their author is erased. */
export const personalData: readonly PersonalData[] = [
  {
    name: 'consults',
    copy: async openid =>
      (await consultMessages.find({ by: openid }, { limit: mostCopied })).map(withoutTransport),
    async forget(openid, alias) {
      await consultMessages.change({ by: openid }, { by: alias, name: '', rev: op.inc(1) })
    },
  },
]
