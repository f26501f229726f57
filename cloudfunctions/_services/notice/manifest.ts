import type { Outbox } from '../../_kit/outbox'
import { messages, notices } from '../../_messages/records'
import {
  noFiles,
  type CountedRecords,
  type NamesFiles,
  type Retention,
  type RightsEnd,
  type Sheets,
  type TimerTasks,
} from '../manifest'
import type { Todo } from '../todo'
import { afterNotice } from './after-write'
import { retireNotices } from './timer'

export { personalData } from './personal-data'

export const counted: CountedRecords[] = []
export const outboxes: Outbox[] = [{ records: notices, afterWrite: afterNotice }]
export const retention: Retention[] = [
  {
    records: messages,
    days: ({ account }) => account.messageDays,
    since: 'after the message, or as the estate has set',
    files: noFiles,
  },
]
export const namesFiles: NamesFiles[] = [{ records: notices, paths: ['photos'] }]
export const sheets: Sheets<'notice'> = {}
export const timerTasks: TimerTasks = { watch: [retireNotices], count: [] }
export const todo: Todo = {}
export const endRights: RightsEnd = { membership: [], post: [] }
