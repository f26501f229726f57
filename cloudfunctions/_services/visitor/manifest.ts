import type { Outbox } from '../../_kit/outbox'
import type { CountedRecords, Retention, Sheets, TimerTasks } from '../manifest'
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
  { records: passes, days: ({ visitor }) => visitor.keepDays },
  { records: gateLog, days: ({ visitor }) => visitor.keepDays },
]
export const sheets: Sheets<'visitor'> = { visitors: () => visitorsSheet() }
export const timerTasks: TimerTasks = { watch: [watchVisitors], count: [] }
