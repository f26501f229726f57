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
import type { MessageText } from './messages'
import type { Permissions } from './permissions'

/**
 * Every service, with its parts under the names of its service.ts: the only file of domain that names them
 * all. There is one table for each part, because bundlers drop a table that nothing uses, but not a property
 * that nothing reads: a cloud function makes no schemas but its own. package.json in this folder tells them
 * that imports have no side effects.
 */
export const contracts = {
  account: account.contract,
  repair: repair.contract,
  visitor: visitor.contract,
  complaint: complaint.contract,
  consult: consult.contract,
  parking: parking.contract,
  event: event.contract,
  survey: survey.contract,
  notice: notice.contract,
  desk: desk.contract,
  clock: clock.contract,
  courier: courier.contract,
}
export type ServiceName = keyof typeof contracts

export const permissions: { [S in ServiceName]: Permissions<(typeof contracts)[S]> } = {
  account: account.permissions,
  repair: repair.permissions,
  visitor: visitor.permissions,
  complaint: complaint.permissions,
  consult: consult.permissions,
  parking: parking.permissions,
  event: event.permissions,
  survey: survey.permissions,
  notice: notice.permissions,
  desk: desk.permissions,
  clock: clock.permissions,
  courier: courier.permissions,
}

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
} satisfies Record<ServiceName, object>

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

type Messages = typeof messages
/** The kind of a message, `<service>.<name>`: a misspelt one does not compile. */
export type MessageKind = {
  [S in ServiceName]: `${S}.${keyof Messages[S] & string}`
}[ServiceName]
