import { op } from '../_kit/store'
import type { TimerTask } from '../_kit/timer-task'
import { pushes } from './records'
import { workPush } from './work-push'

/** The part of the timer's minute that pushes may take, in ms. */
const mostTime = 20_000
const mostPushes = 10

/**
 * Continues pushes: those whose wake-up was lost, those that were interrupted, and those whose quiet hours
 * are over.
 */
export const workPushes: TimerTask = async now => {
  const deadline = Date.now() + mostTime
  const due = await pushes.find(
    { due: op.lte(now.toISOString()) },
    { orderBy: ['due', 'asc'], limit: mostPushes },
  )
  for (const { _id } of due) await workPush(_id, deadline)
  return { pushesWorked: due.length }
}
