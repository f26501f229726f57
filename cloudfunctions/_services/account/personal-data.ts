import { isLiveBinding, viewBinding } from '@domain/account/binding'
import { mostCopied, type PersonalData } from '../../_kit/personal-data'
import { op } from '../../_kit/store'
import { bindings, endedPosts } from './records'

export const personalData: readonly PersonalData[] = [
  {
    name: 'bindings',
    of: [bindings, endedPosts],
    erased:
      'Who belonged to the house stays under the alias, without name and phone; ended posts are removed.',
    copy: async ({ openid, callerIn }) =>
      (await bindings.find({ openid }, { limit: mostCopied, leaveOut: ['outbox', 'marks'] })).map(
        binding => ({
          ...viewBinding(binding, callerIn(binding.estateId)),
          phone: binding.phone,
          since: binding.since,
        }),
      ),
    async forget({ openid, alias }) {
      // What they granted has been taken back in this call (account.erase).
      await endedPosts.remove({ openid })
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
