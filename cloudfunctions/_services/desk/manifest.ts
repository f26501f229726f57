import { fileOfSheet, sheetDays } from '../../_kit/export'
import type { Outbox } from '../../_kit/outbox'
import { storedSheets } from '../../_kit/records'
import type { CountedRecords, NamesFiles, Retention, RightsEnd, Sheets, TimerTasks } from '../manifest'
import { readTallies } from './read-tallies'
import { figuresSheet } from './sheet'

export { personalData } from './personal-data'
export { todo } from './todo'

export const counted: CountedRecords[] = []
export const outboxes: Outbox[] = []
/** The files of all exports and imports, whatever function made them. */
export const retention: Retention[] = [
  { records: storedSheets, days: () => sheetDays, since: 'after it was made', files: fileOfSheet },
]
export const namesFiles: NamesFiles[] = []
export const sheets: Sheets<'desk'> = {
  figures: (_reader, estate) => figuresSheet(period => readTallies(estate._id, period, estate.zone)),
}
export const timerTasks: TimerTasks = { watch: [], count: [] }
export const endRights: RightsEnd = { membership: [], post: [] }
