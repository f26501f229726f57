import { mostCopied, withoutTransport, type PersonalData } from '../../_kit/personal-data'
import { op } from '../../_kit/store'
import { registrations, vehicleLog } from './records'

/** Vehicles belong to the house and stay; applicants, deciding staff and guards are replaced by the alias. */
export const personalData: readonly PersonalData[] = [
  {
    name: 'vehicles',
    copy: async openid =>
      (await registrations.find({ by: openid }, { limit: mostCopied })).map(withoutTransport),
    async forget(openid, alias) {
      await registrations.change({ by: openid }, { by: alias, note: null, rev: op.inc(1) })
      await registrations.change({ decidedBy: openid }, { decidedBy: alias })
      await registrations.change({ 'move.by': openid }, { 'move.by': alias, 'move.note': null })
      await vehicleLog.change({ by: openid }, { by: alias })
    },
  },
]
