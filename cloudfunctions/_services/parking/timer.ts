import { onAlarm } from '@domain/parking/decisions'
import { readEstate } from '../../_kit/estate'
import { commit } from '../../_kit/outbox'
import { op } from '../../_kit/store'
import { portion, type TimerTask } from '../../_kit/timer-task'
import { registrations } from './records'
import { nextRegistration } from './write'

/**
 * Timer task: reminds once of permits that end soon, and ends those whose grace period is over, which frees
 * their space.
 */
export const watchParking: TimerTask = async now => {
  const due = await registrations.find(
    { alarm: op.lte(now.toISOString()) },
    { orderBy: ['alarm', 'asc'], limit: portion },
  )
  const done = { permitsReminded: 0, permitsEnded: 0 }
  for (const registration of due) {
    const after = nextRegistration(registration, onAlarm(registration), {
      estate: await readEstate(registration.estateId),
      by: '',
      now,
      mark: null,
    })
    if (await commit(registrations, registration, after))
      done[after.status === 'ended' ? 'permitsEnded' : 'permitsReminded']++
  }
  return done
}
