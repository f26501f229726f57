import type { Outbox } from '../../_kit/outbox'
import type { CountedRecords, NamesFiles, Retention, RightsEnd, Sheets, TimerTasks } from '../manifest'
import { afterConsult } from './after-write'
import { consultMessages } from './records'
import { watchConsults } from './timer'

export { personalData } from './personal-data'
export { todo } from './todo'

export const counted: CountedRecords[] = []
export const outboxes: Outbox[] = [{ records: consultMessages, afterWrite: afterConsult }]
export const retention: Retention[] = []
export const namesFiles: NamesFiles[] = [{ records: consultMessages, paths: ['photos'] }]
export const sheets: Sheets<'consult'> = {}
export const timerTasks: TimerTasks = { watch: [watchConsults], count: [] }
export const endRights: RightsEnd = { membership: [], post: [] }
