import type { Input } from '@domain/contract'
import type { Change, Complaint } from '@domain/complaint/complaint'
import type { ComplaintView, Move } from '@domain/complaint/contract'
import { checkMove, maySee, type Reader } from '@domain/complaint/states'
import { viewComplaint } from '@domain/complaint/view'
import { statusWords } from '@domain/complaint/wording'
import { forbidden, invalid, Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { commit } from '../_kit/outbox'
import { byOf, changed, readerOf } from '../_services/complaint/write'
import { estateOf, type SetEstate } from '../_kit/estate'
import { refuseUnsafe } from '../_kit/safety'
import { action, remember, remembered } from '../_kit/serve'
import { complaints } from '../_services/complaint/records'

type ComplaintMove = Exclude<Move, 'contact' | 'reveal'>
interface Given<M extends ComplaintMove> {
  input: Input<'complaint', M>
  reader: Reader
  estate: SetEstate
  now: Date
}

/** A move on one complaint: caller and complaint side by side, one pure decision, one conditional write, and the answer kept. */
export const moveComplaint = <M extends ComplaintMove>(
  move: M,
  decide: (complaint: Complaint, given: Given<M>) => Change,
) =>
  action<'complaint', M, Complaint | null>('complaint', move, {
    // Every move's input names its complaint; generic over M, the compiler does not see it.
    load: input => complaints.byId((input as { id: string }).id),
    async run({ input, caller, loaded, now, requestKey }) {
      const reader = readerOf(caller)
      let complaint = visible(loaded, reader)
      const estate = await estateOf(complaint.estateId)
      const { reopenDays } = estate.settings.complaint
      if (isMarked(complaint, requestKey, move))
        return (((await remembered(requestKey)) as ComplaintView | undefined) ??
          viewComplaint(complaint, reader, now, reopenDays)) as never
      const { note, outcome, reason } = input as Said
      await refuseUnsafe(reader.openid, note, outcome, reason)
      for (let tries = 0; tries < 3; tries++) {
        refuseUnless(move, complaint, reader, now, reopenDays)
        const after = changed(
          complaint,
          decide(complaint, { input, reader, estate, now }),
          byOf(complaint, reader),
          now,
          { key: requestKey, action: move },
        )
        if (await commit(complaints, complaint, after))
          return (await remember(
            requestKey,
            move,
            viewComplaint(after, reader, now, reopenDays),
            now,
          )) as never
        complaint = visible(await complaints.byId(complaint._id), reader)
        if (isMarked(complaint, requestKey, move))
          return viewComplaint(complaint, reader, now, reopenDays) as never
      }
      throw new Refusal('CONFLICT')
    },
  })

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

function isMarked(complaint: Complaint, key: string, move: Move): boolean {
  const mark = complaint.marks.find(known => known.key === key)
  if (mark && mark.action !== move)
    throw invalid('requestId', '这个编号已用于另一个操作', 'Used for another action already')
  return mark !== undefined
}

/** @throws Refusal with the reason, where there is one that the person can act on */
export function refuseUnless(
  move: Move,
  complaint: Complaint,
  reader: Reader,
  now: Date,
  reopenDays: number,
): void {
  const verdict = checkMove(move, complaint, reader, now, reopenDays)
  if (verdict === 'may') return
  if (complaint.anonymous && (move === 'contact' || (move === 'callBack' && verdict === 'notTheirs')))
    throw new Refusal('CONFLICT', {
      words: words(
        '匿名投诉不打电话，由本人在应用内评价',
        'Whoever wrote without a name answers in the app; nobody calls',
      ),
    })
  if (verdict === 'notTheirs') {
    if (move === 'callBack' && complaint.handlers.includes(reader.openid))
      throw new Refusal('CONFLICT', {
        words: words(
          '处理人不能回访自己的投诉，请换一位同事',
          'Whoever handled it does not call back; a colleague does',
        ),
      })
    throw forbidden()
  }
  if (move === 'close')
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
