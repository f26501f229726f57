import type { Outbox } from '../../_kit/outbox'
import type { CountedRecords, NamesFiles, Retention, Sheets, TimerTasks } from '../manifest'
import type { Todo } from '../todo'
import { settleEvent } from './after-write'
import { events } from './records'
import { watchEvents } from './timer'

export { endRights } from './end-rights'
export { personalData } from './personal-data'

export const counted: CountedRecords[] = []
export const outboxes: Outbox[] = [{ records: events, afterWrite: settleEvent }]
export const retention: Retention[] = []
export const namesFiles: NamesFiles[] = [{ records: events, paths: ['photos', 'cover'] }]
export const sheets: Sheets<'event'> = {}
export const timerTasks: TimerTasks = { watch: [watchEvents], count: [] }
export const todo: Todo = {}
