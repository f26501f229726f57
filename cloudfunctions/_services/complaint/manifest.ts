import { countComplaint } from '@domain/desk/figures'
import type { Outbox } from '../../_kit/outbox'
import type { CountedRecords, NamesFiles, Retention, RightsEnd, Sheets, TimerTasks } from '../manifest'
import { afterComplaint } from './after-write'
import { complaints } from './records'
import { complaintsSheet } from './sheet'
import { watchComplaints } from './timer'

export { personalData } from './personal-data'
export { todo } from './todo'

export const counted: CountedRecords[] = [{ records: complaints, count: countComplaint }]
export const outboxes: Outbox[] = [{ records: complaints, afterWrite: afterComplaint }]
export const retention: Retention[] = []
export const namesFiles: NamesFiles[] = [
  { records: complaints, paths: ['photos', 'timeline.photos', 'voice.fileID'] },
]
export const sheets: Sheets<'complaint'> = { complaints: reader => complaintsSheet(reader.openid) }
export const timerTasks: TimerTasks = { watch: [watchComplaints], count: [] }
export const endRights: RightsEnd = { membership: [], post: [] }
