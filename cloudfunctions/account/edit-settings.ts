import { editedServices, type EstateSettings } from '@domain/account/contract'
import type { Input } from '@domain/contract'
import { invalid } from '@domain/kernel/failure'
import type { Mark } from '@domain/notice/outbox'
import { audit } from '../_kit/audit'
import { forgetEstate, readEstate, type SetEstate } from '../_kit/estate'
import { estates } from '../_kit/records'
import { isRepeated } from '../_kit/repetition'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'

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

/** The groups of settings that the manager edits. */
const edited = [...editedServices, 'limits'] as const

/** Requests that an estate's record remembers: a manager makes a few changes a year. */
const marksKept = 50

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
    const _id = caller.estateId ?? ''
    const isWritten = await writeGiven(_id, input, request)
    forgetEstate(_id)
    const estate = await readEstate(_id)
    if (!isWritten) isRepeated(estate.marks ?? [], request)
    await audit(request, now, {
      estateId: _id,
      by: caller.openid,
      did: 'account.updateSettings',
      record: _id,
    })
    return viewSettings(estate)
  },
})

/**
 * Writes the given values and no others, so that concurrent changes of other values stay; once for each
 * request, so that a repetition does not undo a later change.
 * @returns false when the request, or another one with its id, was written before
 */
function writeGiven(
  estateId: string,
  input: Input<'account', 'updateSettings'>,
  request: Mark,
): Promise<boolean> {
  const { phone, zone, hours } = input
  const values = edited.flatMap(service =>
    Object.entries(input[service] ?? {}).map(
      ([field, value]) => [`settings.${service}.${field}`, value] as const,
    ),
  )
  return estates.change(
    { _id: estateId, 'marks.key': op.neq(request.key) },
    {
      phone,
      zone,
      hours,
      ...Object.fromEntries(values),
      marks: op.push({ each: [request], slice: -marksKept }),
    },
  )
}
