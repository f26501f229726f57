import { invalid } from '@domain/kernel/failure'
import { readEstate } from '../_kit/estate'
import { storeExport } from '../_kit/export'
import { action } from '../_kit/serve'
import { sheets } from '../_services/registry'

const allSheets = new Map(Object.values(sheets).flatMap(each => Object.entries(each)))

/** Exports repairs, complaints, visitors, vehicles or figures of a period as a spreadsheet. */
export const exportRecords = action('desk', 'export', {
  async run({ input: { what, ...period }, caller, now, request }) {
    const estate = await readEstate(caller.estateId ?? '')
    const sheet = allSheets.get(what)?.(caller, estate)
    if (sheet === undefined) throw invalid('what', '没有这种表格', 'No such spreadsheet')
    return storeExport(sheet, period, {
      estate,
      by: caller.openid,
      now,
      request,
      did: `desk.export.${what}`,
    })
  },
})
