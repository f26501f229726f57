import { clockContract } from '@domain/clock/contract'
import { action, serve } from '../_kit/serve'
import { countFigures } from './count-figures'
import { countParked } from './count-parked'
import { deliverLetters } from './deliver-letters'
import type { Duty } from './duty'
import { endLeases } from './end-leases'
import { forgetOldRecords } from './forget-old-records'
import { knockAfterQuiet } from './knock-after-quiet'
import { retireNotices } from './retire-notices'
import { watchComplaints } from './watch-complaints'
import { watchConsults } from './watch-consults'
import { watchParking } from './watch-parking'
import { watchRepairs } from './watch-repairs'
import { watchVisitors } from './watch-visitors'
import { watchEvents } from './watch-events'
import { workPushes } from './work-pushes'

/** What the timer does every minute, in this order; people are told before anything is tidied. */
const duties: Duty[] = [
  watchRepairs,
  watchVisitors,
  watchComplaints,
  watchConsults,
  watchParking,
  watchEvents,
  endLeases,
  retireNotices,
  deliverLetters,
  knockAfterQuiet,
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
