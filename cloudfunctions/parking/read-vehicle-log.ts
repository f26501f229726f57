import { invalid } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import type { VehicleLogEntry } from '@domain/parking/registration'
import { viewVehicleEntry } from '@domain/parking/view'
import { vehicleLog } from '../_kit/parking-records'
import { action } from '../_kit/serve'
import { op, type Where } from '../_kit/store'

/** The estate's log of vehicles in a period, before a cursor. */
export function vehicleLogWhere(estateId: string, { from, to }: { from: string; to: string }, cursor?: string): Where<VehicleLogEntry> {
  if (from >= to) throw invalid('to', '结束时间要晚于开始时间', 'Must end after it begins')
  return { estateId, key: op.gte(from).and(op.lt(cursor ?? to)) }
}

/** What came and went, newest first. */
export const readVehicleLog = action('parking', 'log', {
  async run({ input, caller }) {
    const limit = input.limit ?? 20
    const found = await vehicleLog.find(vehicleLogWhere(caller.estateId ?? '', input, input.cursor), { orderBy: ['key', 'desc'], limit: limit + 1 })
    return toPage(found, limit, entry => entry.key, viewVehicleEntry)
  },
})
