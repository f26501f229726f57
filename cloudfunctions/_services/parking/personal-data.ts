import { mostCopied, withoutTransport, type PersonalData } from '../../_kit/personal-data'
import { op } from '../../_kit/store'
import { registrations, vehicleLog } from './records'

/** Vehicles belong to the house and stay; applicants, deciding staff and guards are replaced by the alias. */
export const personalData: readonly PersonalData[] = [
  {
    name: 'vehicles',
    copy: async openid =>
      (await registrations.find({ people: openid, by: openid }, { limit: mostCopied })).map(withoutTransport),
    async forget(openid, alias) {
      await registrations.change({ people: openid, by: openid }, { by: alias, note: null, rev: op.inc(1) })
      await registrations.change({ people: openid, decidedBy: openid }, { decidedBy: alias })
      await registrations.change({ people: openid, 'renewal.by': openid }, { 'renewal.by': alias })
      await registrations.change(
        { people: openid, 'move.by': openid },
        { 'move.by': alias, 'move.note': null },
      )
      await registrations.change({ people: openid }, { people: op.pull(openid) })
      await vehicleLog.change({ by: openid }, { by: alias })
    },
  },
]
