import type { Registration } from '@domain/parking/registration'
import { viewRegistration } from '@domain/parking/view'
import { readEstate } from '../../_kit/estate'
import { mostCopied, type PersonalData, type Subject } from '../../_kit/personal-data'
import { op } from '../../_kit/store'
import { registrations, vehicleLog } from './records'

export const personalData: readonly PersonalData[] = [
  {
    name: 'vehicles',
    of: [registrations, vehicleLog],
    erased:
      'Vehicles stay with the house; applicants, deciding staff and guards are replaced by the alias, and notes are removed.',
    copy: async subject => {
      const found = await registrations.find(
        { people: subject.openid, by: subject.openid },
        { limit: mostCopied, leaveOut: ['outbox', 'marks'] },
      )
      return Promise.all(found.map(registration => copyOf(registration, subject)))
    },
    async forget({ openid, alias }) {
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

const copyOf = async (registration: Registration, { now, callerIn }: Subject): Promise<object> =>
  viewRegistration(registration, callerIn(registration.estateId), {
    now,
    settings: (await readEstate(registration.estateId)).settings.parking,
  })
