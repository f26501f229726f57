import type { Outbox } from '../../_kit/outbox'
import type { CountedRecords, Retention, Sheets, TimerTasks } from '../manifest'
import { bindings } from './records'
import { syncMembership } from './sync-membership'
import { endLeases } from './timer'

export { personalData } from './personal-data'
export { todo } from './todo'

export const counted: CountedRecords[] = []
export const outboxes: Outbox[] = [{ records: bindings, afterWrite: syncMembership }]
export const retention: Retention[] = []
export const sheets: Sheets = {}
export const timerTasks: TimerTasks = { watch: [endLeases], count: [] }
