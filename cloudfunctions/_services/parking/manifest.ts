import type { Outbox } from '../../_kit/outbox'
import {
  noFiles,
  type CountedRecords,
  type NamesFiles,
  type Retention,
  type Sheets,
  type TimerTasks,
} from '../manifest'
import { countParked } from './count-parked'
import { registrations, vehicleLog } from './records'
import { settleRivals } from './rivals'
import { vehiclesSheet } from './sheet'
import { watchParking } from './timer'

export { endRights } from './end-rights'
export { personalData } from './personal-data'
export { todo } from './todo'

export const counted: CountedRecords[] = []
export const outboxes: Outbox[] = [{ records: registrations, afterWrite: settleRivals }]
export const retention: Retention[] = [
  {
    records: vehicleLog,
    days: ({ parking }) => parking.keepDays,
    since: 'after the entry, or as the estate has set',
    files: noFiles,
  },
]
export const namesFiles: NamesFiles[] = []
export const sheets: Sheets<'parking'> = { vehicles: () => vehiclesSheet }
export const timerTasks: TimerTasks = { watch: [watchParking], count: [countParked] }
