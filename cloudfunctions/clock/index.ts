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
/**
 * The timer tasks, in the order in which they run every minute; people are notified before records are
 * cleaned up.
 */
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
      // A task that fails is logged and runs again next minute; the others continue.
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
