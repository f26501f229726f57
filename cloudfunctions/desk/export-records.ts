import type { Caller } from '@domain/kernel/people'
import type { Input } from '@domain/contract'
import { estateOf, type SetEstate } from '../_kit/estate'
import { storeExport, type ExportKind } from '../_kit/export'
import { action } from '../_kit/serve'
import { complaintsSheet } from '../_services/complaint/sheet'
import { figuresSheet } from '../_services/desk/sheet'
import { repairsSheet } from '../_services/repair/sheet'
import { vehiclesSheet } from '../_services/parking/sheet'
import { visitorsSheet } from '../_services/visitor/sheet'
import { talliesOf } from './read-figures'

const kindOf = (what: Input<'desk', 'export'>['what'], estate: SetEstate, caller: Caller): ExportKind => {
  if (what === 'repairs') return repairsSheet
  if (what === 'complaints') return complaintsSheet(caller.openid)
  if (what === 'visitors') return visitorsSheet()
  return what === 'vehicles'
    ? vehiclesSheet
    : figuresSheet(period => talliesOf(estate._id, period, estate.zone))
}

/** Repairs, complaints, visitors, vehicles or figures of a period as a spreadsheet. */
export const exportRecords = action('desk', 'export', {
  async run({ input: { what, ...period }, caller, now, requestKey }) {
    const estate = await estateOf(caller.estateId ?? '')
    return storeExport(kindOf(what, estate, caller), period, {
      estate,
      by: caller.openid,
      now,
      requestKey,
      did: `desk.export.${what}`,
    })
  },
})
