import { readEstate } from '../_kit/estate'
import { storeExport } from '../_kit/export'
import { action } from '../_kit/serve'
import { vehicleLogSheet, vehiclesSheet } from '../_services/parking/sheet'

const sheets = { vehicles: vehiclesSheet, log: vehicleLogSheet }

/** Exports the registrations of a period, or its vehicle log, as a spreadsheet. */
export const exportParking = action('parking', 'export', {
  async run({ input: { what, ...period }, caller, now, request }) {
    return storeExport(sheets[what], period, {
      estate: await readEstate(caller.estateId ?? ''),
      by: caller.openid,
      now,
      request,
      did: 'parking.export',
    })
  },
})
