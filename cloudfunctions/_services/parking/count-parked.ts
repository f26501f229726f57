import { op } from '../../_kit/store'
import type { TimerTask } from '../../_kit/timer-task'
import { countByArea, insideNow } from './parked'
import { occupancyHours, parkingAreas } from './records'

const hourMs = 3_600_000
/** The hour that this instance counted last, epoch milliseconds. */
let lastCounted = 0

/** Timer task, once an hour: counts the vehicles inside by area. An hour without a timer run has no count. */
export const countParked: TimerTask = async now => {
  const full = Math.floor(now.getTime() / hourMs) * hourMs
  if (lastCounted === full) return { hoursCounted: 0 }
  const at = new Date(full).toISOString()
  const estates = (await parkingAreas.findAll({}, { only: ['_id'] })).map(({ _id }) => _id)
  const done = new Set(
    (await occupancyHours.findAll({ _id: op.in(estates.map(id => `${id}:${at}`)) })).map(
      ({ estateId }) => estateId,
    ),
  )
  for (const estateId of estates.filter(id => !done.has(id))) {
    await occupancyHours.add({
      _id: `${estateId}:${at}`,
      estateId,
      at,
      areas: countByArea(await insideNow(estateId)),
    })
  }
  lastCounted = full
  return { hoursCounted: estates.length - done.size }
}
