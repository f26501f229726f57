import type { Outbox } from '../../_kit/outbox'
import { messages, notices } from '../../_messages/records'
import type { CountedRecords, Retention, RightsEnd, Sheets, TimerTasks } from '../manifest'
import type { Todo } from '../todo'
import { afterNotice } from './after-write'
import { retireNotices } from './timer'

export { personalData } from './personal-data'

export const counted: CountedRecords[] = []
export const outboxes: Outbox[] = [{ records: notices, afterWrite: afterNotice }]
export const retention: Retention[] = [{ records: messages, days: ({ account }) => account.messageDays }]
export const sheets: Sheets<'notice'> = {}
export const timerTasks: TimerTasks = { watch: [retireNotices], count: [] }
export const todo: Todo = {}
export const endRights: RightsEnd = { membership: [], post: [] }
