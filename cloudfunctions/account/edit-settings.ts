import { editedServices, type EstateSettings } from '@domain/account/contract'
import { invalid } from '@domain/kernel/failure'
import { audit } from '../_kit/audit'
import { forgetEstate, readEstate, type SetEstate } from '../_kit/estate'
import { estates } from '../_kit/records'
import { action } from '../_kit/serve'

const viewSettings = ({ name, zone, phone, hours, settings }: SetEstate): EstateSettings => ({
  name,
  zone,
  phone,
  ...settings,
  hours: { periods: [...hours.periods], days: [...hours.days], holidays: [...hours.holidays] },
})

export const readSettings = action('account', 'settings', {
  run: async ({ caller }) => viewSettings(await readEstate(caller.estateId ?? '')),
})

/** Changes the estate's settings and hours; other instances see the change within a minute. */
export const updateSettings = action('account', 'updateSettings', {
  async run({ input, caller, now, request }) {
    input.hours?.periods.forEach((period, n, all) => {
      if (period.from >= period.to || (all[n - 1]?.to ?? '') > period.from) {
        throw invalid(
          `hours.periods.${String(n)}`,
          '时段要按先后排列，不能重叠',
          'Periods must follow one another and not overlap',
        )
      }
    })
    if (input.desk && input.desk.facilitiesInOrder > input.desk.facilities)
      throw invalid('desk.facilitiesInOrder', '不能多于设施总数', 'No more than there are facilities')
    const estate = await readEstate(caller.estateId ?? '')
    const changed = Object.fromEntries(
      editedServices.map(service => [service, { ...estate.settings[service], ...onlyGiven(input[service]) }]),
    )
    const after: SetEstate = {
      ...estate,
      phone: input.phone ?? estate.phone,
      zone: input.zone ?? estate.zone,
      hours: input.hours ?? estate.hours,
      settings: { ...estate.settings, ...changed },
    }
    const settings = Object.fromEntries(
      editedServices.map(service => [`settings.${service}`, changed[service]]),
    )
    await estates.change(
      { _id: estate._id },
      {
        phone: after.phone,
        zone: after.zone,
        hours: after.hours,
        ...settings,
      },
    )
    forgetEstate(estate._id)
    await audit(request, now, {
      estateId: estate._id,
      by: caller.openid,
      did: 'account.updateSettings',
      record: estate._id,
    })
    return viewSettings(after)
  },
})

/** The values that are present in the input. */
const onlyGiven = <T extends object>(values: T | undefined): Partial<T> =>
  Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== undefined)) as Partial<T>
