/**
 * The only file of the functions that names every service, besides schema.ts with its collections. A missing
 * service, or a manifest that lacks a part, does not compile.
 *
 * One table for each part rather than one of manifests: a bundle includes only the tables that it reads, so
 * that the courier does not include the spreadsheets (docs/decisions/registry.md).
 */
import type { ServiceName as AnyService } from '@domain/services'
import type { Outbox } from '../_kit/outbox'
import type { PersonalData } from '../_kit/personal-data'
import * as account from './account/manifest'
import * as complaint from './complaint/manifest'
import * as consult from './consult/manifest'
import * as desk from './desk/manifest'
import * as event from './event/manifest'
import type { CountedRecords, NamesFiles, Retention, RightsEnd, Sheets, TimerTasks } from './manifest'
import * as notice from './notice/manifest'
import * as parking from './parking/manifest'
import * as repair from './repair/manifest'
import * as survey from './survey/manifest'
import type { Todo } from './todo'
import * as visitor from './visitor/manifest'

type ServiceName = Exclude<AnyService, 'clock' | 'courier'>
type PerService<Part> = Readonly<Record<ServiceName, Part>>

/** Records that the figures count. */
export const counted: PerService<readonly CountedRecords[]> = {
  repair: repair.counted,
  complaint: complaint.counted,
  account: account.counted,
  visitor: visitor.counted,
  parking: parking.counted,
  consult: consult.counted,
  event: event.counted,
  survey: survey.counted,
  notice: notice.counted,
  desk: desk.counted,
}

/** What is taken back when a membership or a post ends. */
export const endRights: PerService<RightsEnd> = {
  repair: repair.endRights,
  complaint: complaint.endRights,
  account: account.endRights,
  visitor: visitor.endRights,
  parking: parking.endRights,
  consult: consult.endRights,
  event: event.endRights,
  survey: survey.endRights,
  notice: notice.endRights,
  desk: desk.endRights,
}

/** Collections whose records carry messages, with their after-writes. */
export const outboxes: PerService<readonly Outbox[]> = {
  repair: repair.outboxes,
  complaint: complaint.outboxes,
  account: account.outboxes(Object.values(endRights)),
  visitor: visitor.outboxes,
  parking: parking.outboxes,
  consult: consult.outboxes,
  event: event.outboxes,
  survey: survey.outboxes,
  notice: notice.outboxes,
  desk: desk.outboxes,
}

/** Where records name files that people have uploaded. */
export const namesFiles: PerService<readonly NamesFiles[]> = {
  repair: repair.namesFiles,
  complaint: complaint.namesFiles,
  account: account.namesFiles,
  visitor: visitor.namesFiles,
  parking: parking.namesFiles,
  consult: consult.namesFiles,
  event: event.namesFiles,
  survey: survey.namesFiles,
  notice: notice.namesFiles,
  desk: desk.namesFiles,
}

/** What is stored about a person, in the order of erasure: what a right is derived from is erased last. */
export const personalData: PerService<readonly PersonalData[]> = {
  repair: repair.personalData,
  visitor: visitor.personalData,
  parking: parking.personalData,
  consult: consult.personalData,
  complaint: complaint.personalData,
  event: event.personalData,
  survey: survey.personalData,
  notice: notice.personalData,
  account: account.personalData,
  desk: desk.personalData,
}

/** Records that the timer removes by the settings of their estate. */
export const retention: PerService<readonly Retention[]> = {
  repair: repair.retention,
  complaint: complaint.retention,
  account: account.retention,
  visitor: visitor.retention,
  parking: parking.retention,
  consult: consult.retention,
  event: event.retention,
  survey: survey.retention,
  notice: notice.retention,
  desk: desk.retention,
}

/** Spreadsheets that the desk exports. */
export const sheets: { readonly [S in ServiceName]: Sheets<S> } = {
  repair: repair.sheets,
  complaint: complaint.sheets,
  account: account.sheets,
  visitor: visitor.sheets,
  parking: parking.sheets,
  consult: consult.sheets,
  event: event.sheets,
  survey: survey.sheets,
  notice: notice.sheets,
  desk: desk.sheets,
}

/** The timer tasks, in the order in which they run. */
export const timerTasks: PerService<TimerTasks> = {
  repair: repair.timerTasks,
  visitor: visitor.timerTasks,
  complaint: complaint.timerTasks,
  consult: consult.timerTasks,
  parking: parking.timerTasks,
  event: event.timerTasks,
  account: account.timerTasks,
  survey: survey.timerTasks,
  notice: notice.timerTasks,
  desk: desk.timerTasks,
}

/** The work that waits for staff, in the order of the workbench when nothing else decides. */
export const todo: PerService<Todo> = {
  repair: repair.todo,
  complaint: complaint.todo,
  account: account.todo,
  visitor: visitor.todo,
  parking: parking.todo,
  consult: consult.todo,
  event: event.todo,
  survey: survey.todo,
  notice: notice.todo,
  desk: desk.todo,
}

/** Finds the outbox of a collection by its database name. */
export const findOutbox = (collection: string): Outbox | undefined =>
  Object.values(outboxes)
    .flat()
    .find(({ records }) => records.name === collection)
