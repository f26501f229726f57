import type { Outbox } from '../../_kit/outbox'
import type { CountedRecords, NamesFiles, Retention, RightsEnd, Sheets, TimerTasks } from '../manifest'
import type { Todo } from '../todo'
import { announceSurvey } from './after-write'
import { surveys } from './records'

export { personalData } from './personal-data'

export const counted: CountedRecords[] = []
export const outboxes: Outbox[] = [{ records: surveys, afterWrite: announceSurvey }]
export const retention: Retention[] = []
export const namesFiles: NamesFiles[] = []
export const sheets: Sheets<'survey'> = {}
export const timerTasks: TimerTasks = { watch: [], count: [] }
export const todo: Todo = {}
export const endRights: RightsEnd = { membership: [], post: [] }
