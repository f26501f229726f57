import { viewMessage } from '@domain/consult/thread'
import { eachPortion, erasedAtOnce, mostCopied, type PersonalData } from '../../_kit/personal-data'
import { op } from '../../_kit/store'
import { consultMessages, threads } from './records'

export const personalData: readonly PersonalData[] = [
  {
    name: 'consults',
    of: [consultMessages, threads],
    erased:
      'The words stay with the house, without their author; the photos that the person sent are deleted.',
    copy: async ({ openid, callerIn }) =>
      (await consultMessages.find({ by: openid }, { limit: mostCopied, leaveOut: ['outbox', 'marks'] })).map(
        message => ({
          house: message.house,
          ...viewMessage(message, callerIn(message.estateId)),
        }),
      ),
    forget: ({ openid, alias, dropFiles }) =>
      eachPortion(
        () => consultMessages.find({ by: openid }, { limit: erasedAtOnce }),
        async found => {
          await dropFiles(
            found.flatMap(({ photos }) => photos),
            { in: consultMessages, by: found },
          )
          await consultMessages.change(
            { _id: op.in(found.map(({ _id }) => _id)), by: openid },
            { by: alias, name: '', photos: [], unchecked: [], rev: op.inc(1) },
          )
        },
      ),
  },
]
