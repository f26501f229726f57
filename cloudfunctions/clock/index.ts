import { clockContract } from '@domain/clock/contract'
import { action, serve } from '../_kit/serve'
import { countFigures } from '../_services/desk/count-figures'
import { countParked } from '../_services/parking/count-parked'
import { deliverMessages } from './deliver-messages'
import type { TimerTask } from '../_kit/timer-task'
import { endLeases } from '../_services/account/timer'
import { forgetOldRecords } from './forget-old-records'
import { notifyAfterQuietHours } from '../_messages/notify-after-quiet-hours'
import { retireNotices } from '../_services/notice/timer'
import { watchComplaints } from '../_services/complaint/timer'
import { watchConsults } from '../_services/consult/timer'
import { watchParking } from '../_services/parking/timer'
import { watchRepairs } from '../_services/repair/timer'
import { watchVisitors } from '../_services/visitor/timer'
import { watchEvents } from '../_services/event/timer'
import { workPushes } from '../_messages/work-pushes'

/** What the timer does every minute, in this order; people are told before anything is tidied. */
const duties: TimerTask[] = [
  watchRepairs,
  watchVisitors,
  watchComplaints,
  watchConsults,
  watchParking,
  watchEvents,
  endLeases,
  retireNotices,
  deliverMessages,
  notifyAfterQuietHours,
  workPushes,
  countFigures,
  countParked,
  forgetOldRecords,
]

const tick = action('clock', 'tick', {
  async run({ now }) {
    const done: Record<string, number> = {}
    for (const duty of duties) {
      // A duty that fails is logged and tried again next minute; the others go on.
      const counts = await duty(now).catch((error: unknown) => {
        console.log(
          JSON.stringify({
            at: now.toISOString(),
            fn: 'clock',
            action: duty.name,
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
