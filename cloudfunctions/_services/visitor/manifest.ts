import type { Outbox } from '../../_kit/outbox'
import {
  noFiles,
  type CountedRecords,
  type NamesFiles,
  type Retention,
  type Sheets,
  type TimerTasks,
} from '../manifest'
import { logVisits } from './after-write'
import { gateLog, passes } from './records'
import { visitorsSheet } from './sheet'
import { watchVisitors } from './timer'

export { endRights } from './end-rights'
export { personalData } from './personal-data'
export { todo } from './todo'

export const counted: CountedRecords[] = []
export const outboxes: Outbox[] = [{ records: passes, afterWrite: logVisits }]
export const retention: Retention[] = [
  {
    records: passes,
    days: ({ visitor }) => visitor.keepDays,
    since: 'after the end of the pass, or as the estate has set',
    files: noFiles,
  },
  {
    records: gateLog,
    days: ({ visitor }) => visitor.keepDays,
    since: 'after the visit, or as the estate has set',
    files: noFiles,
  },
]
export const namesFiles: NamesFiles[] = []
export const sheets: Sheets<'visitor'> = { visitors: () => visitorsSheet() }
export const timerTasks: TimerTasks = { watch: [watchVisitors], count: [] }
