import type { Outbox } from '../../_kit/outbox'
import type { CountedRecords, Retention, RightsEnd, Sheets, TimerTasks } from '../manifest'
import { readTallies } from './read-tallies'
import { figuresSheet } from './sheet'

export { personalData } from './personal-data'
export { todo } from './todo'

export const counted: CountedRecords[] = []
export const outboxes: Outbox[] = []
export const retention: Retention[] = []
export const sheets: Sheets<'desk'> = {
  figures: (_reader, estate) => figuresSheet(period => readTallies(estate._id, period, estate.zone)),
}
export const timerTasks: TimerTasks = { watch: [], count: [] }
export const endRights: RightsEnd = { membership: [], post: [] }
