import { countOrder } from '@domain/desk/figures'
import type { Outbox } from '../../_kit/outbox'
import type { CountedRecords, NamesFiles, Retention, Sheets, TimerTasks } from '../manifest'
import { afterOrder } from './after-write'
import { orders } from './records'
import { repairsSheet } from './sheet'
import { watchRepairs } from './timer'

export { endRights } from './end-rights'
export { personalData } from './personal-data'
export { todo } from './todo'

export const counted: CountedRecords[] = [{ records: orders, count: countOrder }]
export const outboxes: Outbox[] = [{ records: orders, afterWrite: afterOrder }]
export const retention: Retention[] = []
export const namesFiles: NamesFiles[] = [{ records: orders, paths: ['photos', 'timeline.photos'] }]
export const sheets: Sheets<'repair'> = { repairs: () => repairsSheet }
export const timerTasks: TimerTasks = { watch: [watchRepairs], count: [] }
