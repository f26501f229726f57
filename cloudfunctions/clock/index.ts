import { clockContract } from '@domain/clock/contract'
import { action, serve } from '../_kit/serve'
import type { TimerTask } from '../_kit/timer-task'
import { notifyAfterQuietHours } from '../_messages/notify-after-quiet-hours'
import { workPushes } from '../_messages/work-pushes'
import { timerTasks } from '../_services/registry'
import { countFigures } from './count-figures'
import { deliverMessages } from './deliver-messages'
import { forgetOldRecords } from './forget-old-records'

const services = Object.values(timerTasks)
/** What the timer does every minute, in this order; people are notified before anything is tidied. */
const tasks: TimerTask[] = [
  ...services.flatMap(({ watch }) => watch),
  deliverMessages,
  notifyAfterQuietHours,
  workPushes,
  countFigures,
  ...services.flatMap(({ count }) => count),
  forgetOldRecords,
]

const tick = action('clock', 'tick', {
  async run({ now }) {
    const done: Record<string, number> = {}
    for (const task of tasks) {
      // A task that fails is logged and tried again next minute; the others go on.
      const counts = await task(now).catch((error: unknown) => {
        console.log(
          JSON.stringify({
            at: now.toISOString(),
            fn: 'clock',
            action: task.name,
            code: 'FAILED',
            fault: (error as Error).name,
          }),
        )
        return {}
      })
      Object.assign(done, counts)
    }
    return done
  },
})

export const main = serve('clock', clockContract, { tick })
