import { toPage } from '@domain/kernel/paging'
import { viewVehicleEntry } from '@domain/parking/view'
import { action } from '../_kit/serve'
import { vehicleLog } from '../_services/parking/records'
import { vehicleLogWhere } from '../_services/parking/sheet'

/** The vehicles that arrived and left, newest first. */
export const readVehicleLog = action('parking', 'log', {
  async run({ input, caller }) {
    const limit = input.limit ?? 20
    const found = await vehicleLog.find(vehicleLogWhere(caller.estateId ?? '', input, input.cursor), {
      orderBy: ['key', 'desc'],
      limit: limit + 1,
    })
    return toPage(found, limit, entry => entry.key, viewVehicleEntry)
  },
})
