import { defaultComplaintPromises } from './complaint/complaint'
import { defaultConsultSettings } from './consult/thread'
import { defaultParkingSettings } from './parking/settings'
import { defaultPromises } from './repair/clocks'
import { defaultVisitorSettings } from './visitor/settings'

/** What an estate can set, by service, with the defaults of requirements.md. */
export const defaultSettings = {
  repair: defaultPromises,
  /** Days that a message stays in an inbox; people a house can hold in the app. Ours: the plans name neither. */
  account: { messageDays: 365, peoplePerHouse: 20 },
  visitor: defaultVisitorSettings,
  complaint: defaultComplaintPromises,
  consult: defaultConsultSettings,
  parking: defaultParkingSettings,
  /** What no record tells, entered by the manager; percent, numbers, and the day of the last statement. Nothing: not entered. */
  desk: { greenCover: 0, facilities: 0, facilitiesInOrder: 0, statementOn: '' },
}
export type Settings = typeof defaultSettings
