import { previewOf } from '@domain/consult/wording'
import { words } from '@domain/kernel/words'
import { withMessages } from '@domain/notice/outbox'
import { commit } from '../../_kit/outbox'
import { portion, type TimerTask } from '../../_kit/timer-task'
import { consultMessages, overdueThreads, threads } from './records'

/** Timer task: reports a question without a timely answer to the manager and the butlers, once. */
export const watchConsults: TimerTask = async now => {
  let reported = 0
  for (const thread of await overdueThreads(now, portion)) {
    const message = thread.waitsFor === null ? null : await consultMessages.byId(thread.waitsFor)
    const mark = { key: `late-${thread.waitsFor ?? ''}`, action: 'late' }
    if (message && !message.marks.some(({ key }) => key === mark.key)) {
      const after = withMessages(
        message,
        [
          { kind: 'consult.waitsTooLong', to: { post: 'manager' } },
          { kind: 'consult.waitsTooLong', to: { post: 'butler' } },
        ],
        {
          at: now,
          by: '',
          values: {
            no: message.house,
            subject: words(`${message.house} 号`, message.house),
            state: '待回复',
            text: previewOf(message),
          },
          link: `packages/consult/thread/index?house=${message.houseId}`,
        },
        mark,
      )
      if (!(await commit(consultMessages, message, after))) continue
      reported++
    }
    await threads.change({ _id: thread._id, alarm: thread.alarm }, { alarm: null })
  }
  return { consultsTold: reported }
}
