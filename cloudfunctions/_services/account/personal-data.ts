import { isLiveBinding } from '@domain/account/binding'
import { mostCopied, withoutTransport, type PersonalData } from '../../_kit/personal-data'
import { op } from '../../_kit/store'
import { bindings } from './records'

export const personalData: readonly PersonalData[] = [
  {
    name: 'bindings',
    copy: async openid => (await bindings.find({ openid }, { limit: mostCopied })).map(withoutTransport),
    async forget(openid, alias) {
      for (const binding of await bindings.find({ openid }, { limit: mostCopied })) {
        const over = isLiveBinding(binding) ? { status: 'ended' as const, endsAt: null, needs: [] } : {}
        await bindings.change(
          { _id: binding._id },
          {
            ...over,
            openid: alias,
            liveKey: binding._id,
            placeKey: binding._id,
            name: '',
            phone: '',
            rev: op.inc(1),
          },
        )
      }
    },
  },
]
