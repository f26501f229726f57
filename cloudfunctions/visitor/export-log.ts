import { readEstate } from '../_kit/estate'
import { storeExport } from '../_kit/export'
import { action } from '../_kit/serve'
import { visitorsSheet } from '../_services/visitor/sheet'

/** Exports the log of a period as a spreadsheet. */
export const exportLog = action('visitor', 'exportLog', {
  async run({ input: { gate, ...period }, caller, now, request }) {
    const estate = await readEstate(caller.estateId ?? '')
    return storeExport(visitorsSheet(gate), period, {
      estate,
      by: caller.openid,
      now,
      request,
      did: 'visitor.exportLog',
    })
  },
})
