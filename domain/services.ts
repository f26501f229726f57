import * as account from './account/service'
import * as clock from './clock/service'
import * as complaint from './complaint/service'
import * as consult from './consult/service'
import * as courier from './courier/service'
import * as desk from './desk/service'
import * as event from './event/service'
import * as notice from './notice/service'
import * as parking from './parking/service'
import * as repair from './repair/service'
import * as survey from './survey/service'
import * as visitor from './visitor/service'
import type { Words } from './kernel/words'
import type { MessageText } from './messages'

/**
 * Every service, with its parts under the names of its service.ts. This file and contract.ts are the only
 * ones of domain that name them all: contracts are made of these parts, so they cannot stand here too.
 *
 * There is one table for each part, because bundlers drop a table that nothing uses, but not a property
 * that nothing reads. package.json in this folder tells them that imports have no side effects.
 */

/** The settings of an estate, by service, with the defaults of docs/promises.md. */
export const defaultSettings = {
  account: account.settings,
  repair: repair.settings,
  visitor: visitor.settings,
  complaint: complaint.settings,
  consult: consult.settings,
  parking: parking.settings,
  event: event.settings,
  survey: survey.settings,
  notice: notice.settings,
  desk: desk.settings,
  clock: clock.settings,
  courier: courier.settings,
}
export type ServiceName = keyof typeof defaultSettings

/** The schemas of what a manager can change of them: `input` of a change, `view` of what is shown. */
export const settingsWire = {
  account: account.settingsWire,
  repair: repair.settingsWire,
  visitor: visitor.settingsWire,
  complaint: complaint.settingsWire,
  consult: consult.settingsWire,
  parking: parking.settingsWire,
  event: event.settingsWire,
  survey: survey.settingsWire,
  notice: notice.settingsWire,
  desk: desk.settingsWire,
  clock: clock.settingsWire,
  courier: courier.settingsWire,
} satisfies Record<ServiceName, object | null>

/** The texts of all messages. The kind of a message is `<service>.<name>`. */
export const messages = {
  account: account.messages,
  repair: repair.messages,
  visitor: visitor.messages,
  complaint: complaint.messages,
  consult: consult.messages,
  parking: parking.messages,
  event: event.messages,
  survey: survey.messages,
  notice: notice.messages,
  desk: desk.messages,
  clock: clock.messages,
  courier: courier.messages,
} satisfies Record<ServiceName, Record<string, MessageText>>

/** How the entries of the audit read. The kind of an entry is `<service>.<name>`. */
export const audits = {
  account: account.audit,
  repair: repair.audit,
  visitor: visitor.audit,
  complaint: complaint.audit,
  consult: consult.audit,
  parking: parking.audit,
  event: event.audit,
  survey: survey.audit,
  notice: notice.audit,
  desk: desk.audit,
  clock: clock.audit,
  courier: courier.audit,
} satisfies Record<ServiceName, Record<string, Words>>

/** The kinds of work on the workbench. */
export const todoKinds = {
  account: account.todoKinds,
  repair: repair.todoKinds,
  visitor: visitor.todoKinds,
  complaint: complaint.todoKinds,
  consult: consult.todoKinds,
  parking: parking.todoKinds,
  event: event.todoKinds,
  survey: survey.todoKinds,
  notice: notice.todoKinds,
  desk: desk.todoKinds,
  clock: clock.todoKinds,
  courier: courier.todoKinds,
} satisfies Record<ServiceName, readonly string[]>

/** The spreadsheets that the desk exports, each with the text of its audit entry. */
export const sheets = {
  account: account.sheets,
  repair: repair.sheets,
  visitor: visitor.sheets,
  complaint: complaint.sheets,
  consult: consult.sheets,
  parking: parking.sheets,
  event: event.sheets,
  survey: survey.sheets,
  notice: notice.sheets,
  desk: desk.sheets,
  clock: clock.sheets,
  courier: courier.sheets,
} satisfies Record<ServiceName, Record<string, Words>>

/** `<service>.<name>` of a table's rows. */
type KindOf<Table extends Record<ServiceName, object>> = {
  [S in ServiceName]: `${S}.${keyof Table[S] & string}`
}[ServiceName]

/** The kind of a message: a misspelt one does not compile. */
export type MessageKind = KindOf<typeof messages>
export type SheetsOf<S extends ServiceName> = keyof (typeof sheets)[S] & string
export type SheetName = { [S in ServiceName]: SheetsOf<S> }[ServiceName]
/** The kind of an audit entry: one without its text does not compile. */
export type AuditKind = KindOf<typeof audits> | `desk.export.${SheetName}`
