import { readEstate } from '../_kit/estate'
import { storeExport } from '../_kit/export'
import { action } from '../_kit/serve'
import { vehicleLogSheet, vehiclesSheet } from '../_services/parking/sheet'

const sheets = { vehicles: vehiclesSheet, log: vehicleLogSheet }

/** What was applied for in a period, or what came and went in it, as a spreadsheet. */
export const exportParking = action('parking', 'export', {
  async run({ input: { what, ...period }, caller, now, requestKey }) {
    return storeExport(sheets[what], period, {
      estate: await readEstate(caller.estateId ?? ''),
      by: caller.openid,
      now,
      requestKey,
      did: 'parking.export',
    })
  },
})
