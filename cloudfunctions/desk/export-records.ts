import type { Caller } from '@domain/kernel/people'
import type { Input } from '@domain/contract'
import { estateOf, type SetEstate } from '../_kit/estate'
import { storeExport, type ExportKind } from '../_kit/export'
import { action } from '../_kit/serve'
import { complaintsSheet } from '../_kit/sheets/complaints'
import { figuresSheet } from '../_kit/sheets/figures'
import { repairsSheet } from '../_kit/sheets/repairs'
import { vehiclesSheet } from '../_kit/sheets/vehicles'
import { visitorsSheet } from '../_kit/sheets/visitors'
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
