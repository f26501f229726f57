import type { Change, Complaint } from '@domain/complaint/complaint'
import type { Move } from '@domain/complaint/contract'
import { checkMove, maySee, type Reader } from '@domain/complaint/states'
import { viewComplaint } from '@domain/complaint/view'
import { statusWords } from '@domain/complaint/wording'
import type { Input, Output } from '@domain/contract'
import { forbidden, Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { readEstate, type SetEstate } from '../_kit/estate'
import { move } from '../_kit/move'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { complaints } from '../_services/complaint/records'
import { byOf, nextComplaint, readerOf } from '../_services/complaint/write'

type ComplaintMove = Exclude<Move, 'contact' | 'reveal'>
interface Given<M extends ComplaintMove> {
  input: Input<'complaint', M>
  reader: Reader
  estate: SetEstate
  now: Date
}

/**
 * A move on one complaint: caller and complaint are read in parallel, then one pure decision, one conditional
 * write.
 */
export const moveComplaint = <M extends ComplaintMove>(
  name: M,
  decide: (complaint: Complaint, given: Given<M>) => Change,
) =>
  action<'complaint', M, Complaint | null>('complaint', name, {
    // Every move's input names its complaint; for a generic M the compiler cannot know.
    load: input => complaints.byId((input as { id: string }).id),
    async run({ input, caller, loaded, now, request }) {
      const reader = readerOf(caller)
      const estate = await readEstate(visible(loaded, reader).estateId)
      const { reopenDays } = estate.settings.complaint
      const { note, outcome, reason } = input as Texts
      const refuseOnce = once(() => refuseUnsafe(reader.openid, note, outcome, reason))
      return move(
        loaded,
        { request, now },
        {
          records: complaints,
          isVisible: complaint => maySee(complaint, reader),
          judge: complaint => refuseUnless(name, complaint, { reader, now, reopenDays }),
          async next(complaint) {
            await refuseOnce()
            const change = decide(complaint, { input, reader, estate, now })
            return {
              after: nextComplaint(complaint, change, { by: byOf(complaint, reader), now, mark: request }),
            }
          },
          // Every move of the contract answers with the complaint; for a generic M the compiler cannot know.
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

/** The texts that a move may hold, for the resident or for colleagues. */
interface Texts {
  note?: string
  outcome?: string
  reason?: string
}

/** @throws Refusal FORBIDDEN when there is no such complaint for the reader */
export function visible(complaint: Complaint | null, reader: Reader): Complaint {
  if (complaint === null || !maySee(complaint, reader)) throw forbidden()
  return complaint
}

/** @throws Refusal with the reason, when the reader can act on it; else FORBIDDEN */
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
        'Anonymous complaints get no phone call. The author rates the result in the app.',
      ),
    })
  if (verdict === 'notTheirs') {
    if (name === 'callBack' && complaint.handlers.includes(reader.openid))
      throw new Refusal('CONFLICT', {
        words: words(
          '处理人不能回访自己的投诉，请换一位同事',
          'You cannot call back on a complaint that you handled. Ask a colleague to do it.',
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
