import type { Outbox } from '../../_kit/outbox'
import {
  noFiles,
  type CountedRecords,
  type NamesFiles,
  type Retention,
  type RightsEnd,
  type Sheets,
  type TimerTasks,
} from '../manifest'
import { syncPost } from './end-post'
import { bindings, endedPosts } from './records'
import { syncRights } from './sync-membership'
import { endLeases } from './timer'

export { endRights } from './end-rights'
export { personalData } from './personal-data'
export { todo } from './todo'

export const counted: CountedRecords[] = []
/** `ends`: what every service takes back with a membership or a post. */
export const outboxes = (ends: readonly RightsEnd[]): Outbox[] => [
  { records: bindings, afterWrite: syncRights(ends) },
  { records: endedPosts, afterWrite: syncPost(ends) },
]
/** The audit keeps who ended which post; the record serves only until its end is carried out. */
const endedPostDays = 30
export const retention: Retention[] = [
  { records: endedPosts, days: () => endedPostDays, since: 'after the end of the post', files: noFiles },
]
export const namesFiles: NamesFiles[] = []
export const sheets: Sheets<'account'> = {}
export const timerTasks: TimerTasks = { watch: [endLeases], count: [] }
