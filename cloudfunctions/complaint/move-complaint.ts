import type { Change, Complaint } from '@domain/complaint/complaint'
import type { Move } from '@domain/complaint/contract'
import { checkMove, maySee, type Reader } from '@domain/complaint/states'
import { viewComplaint } from '@domain/complaint/view'
import { statusWords } from '@domain/complaint/wording'
import type { Input, Output } from '@domain/contract'
import { forbidden, Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { estateOf, type SetEstate } from '../_kit/estate'
import { move } from '../_kit/move'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { complaints } from '../_services/complaint/records'
import { byOf, changed, readerOf } from '../_services/complaint/write'

type ComplaintMove = Exclude<Move, 'contact' | 'reveal'>
interface Given<M extends ComplaintMove> {
  input: Input<'complaint', M>
  reader: Reader
  estate: SetEstate
  now: Date
}

/**
 * A move on one complaint: caller and complaint read side by side, one pure decision, one conditional
 * write.
 */
export const moveComplaint = <M extends ComplaintMove>(
  name: M,
  decide: (complaint: Complaint, given: Given<M>) => Change,
) =>
  action<'complaint', M, Complaint | null>('complaint', name, {
    // Every move's input names its complaint; generic over M, the compiler does not see it.
    load: input => complaints.byId((input as { id: string }).id),
    async run({ input, caller, loaded, now, request }) {
      const reader = readerOf(caller)
      const estate = await readEstate(visible(loaded, reader).estateId)
      const { reopenDays } = estate.settings.complaint
      const { note, outcome, reason } = input as Said
      const isSafe = once(() => refuseUnsafe(reader.openid, note, outcome, reason))
      return move(
        loaded,
        { request, now },
        {
          records: complaints,
          isVisible: complaint => maySee(complaint, reader),
          judge: complaint => refuseUnless(name, complaint, { reader, now, reopenDays }),
          async next(complaint) {
            await isSafe()
            const change = decide(complaint, { input, reader, estate, now })
            return { after: changed(complaint, change, byOf(complaint, reader), now, request) }
          },
          // Every move of the contract answers with the complaint; generic over M, the compiler does not see
          // it.
          view: complaint => viewComplaint(complaint, reader, now, reopenDays) as Output<'complaint', M>,
          remembers: true,
        },
      )
    },
  })

/** Runs the work at the first call; later calls wait for the same result. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => (result ??= work())
}

/** What a move says in words, for the resident or for colleagues. */
interface Said {
  note?: string
  outcome?: string
  reason?: string
}

export function visible(complaint: Complaint | null, reader: Reader): Complaint {
  if (complaint === null || !maySee(complaint, reader)) throw forbidden()
  return complaint
}

/** @throws Refusal with the reason, where there is one that the person can act on */
export function refuseUnless(
  name: Move,
  complaint: Complaint,
  { reader, now, reopenDays }: { reader: Reader; now: Date; reopenDays: number },
): void {
  const verdict = checkMove(name, complaint, reader, { now, reopenDays })
  if (verdict === 'may') return
  if (complaint.anonymous && (name === 'contact' || (name === 'callBack' && verdict === 'notTheirs')))
    throw new Refusal('CONFLICT', {
      words: words(
        '匿名投诉不打电话，由本人在应用内评价',
        'Whoever wrote without a name answers in the app; nobody calls',
      ),
    })
  if (verdict === 'notTheirs') {
    if (name === 'callBack' && complaint.handlers.includes(reader.openid))
      throw new Refusal('CONFLICT', {
        words: words(
          '处理人不能回访自己的投诉，请换一位同事',
          'Whoever handled it does not call back; a colleague does',
        ),
      })
    throw forbidden()
  }
  if (name === 'close')
    throw new Refusal('CONFLICT', {
      words: words('没有回访，不能办结', 'It cannot be closed without a call-back'),
    })
  const state = statusWords[complaint.status]
  throw new Refusal('CONFLICT', {
    words: words(
      `投诉现在是“${state['zh-CN']}”，不能这样操作`,
      `The complaint is "${state.en}" now; this is not possible`,
    ),
  })
}
