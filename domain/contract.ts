import type * as z from 'zod/mini'
import { accountContract } from './account/contract'
import { accountPermissions } from './account/permissions'
import { clockContract } from './clock/contract'
import { clockPermissions } from './clock/permissions'
import { complaintContract } from './complaint/contract'
import { complaintPermissions } from './complaint/permissions'
import { consultContract } from './consult/contract'
import { consultPermissions } from './consult/permissions'
import { courierContract } from './courier/contract'
import { courierPermissions } from './courier/permissions'
import { deskContract } from './desk/contract'
import { deskPermissions } from './desk/permissions'
import { eventContract } from './event/contract'
import { eventPermissions } from './event/permissions'
import { noticeContract } from './notice/contract'
import { noticePermissions } from './notice/permissions'
import { parkingContract } from './parking/contract'
import { parkingPermissions } from './parking/permissions'
import { repairContract } from './repair/contract'
import { repairPermissions } from './repair/permissions'
import { surveyContract } from './survey/contract'
import { surveyPermissions } from './survey/permissions'
import { visitorContract } from './visitor/contract'
import { visitorPermissions } from './visitor/permissions'
import type { Permissions } from './permissions'
import type { ServiceName } from './services'

/** Every function and every action: the wire. A cloud function imports the schemas of its service alone. */
export const contracts = {
  account: accountContract,
  repair: repairContract,
  visitor: visitorContract,
  complaint: complaintContract,
  consult: consultContract,
  parking: parkingContract,
  event: eventContract,
  survey: surveyContract,
  notice: noticeContract,
  desk: deskContract,
  clock: clockContract,
  courier: courierContract,
} satisfies Record<ServiceName, object>

/** Who may call which action; a table of its own, so that the functions that read it bundle no schemas. */
export const permissions: { [S in ServiceName]: Permissions<(typeof contracts)[S]> } = {
  account: accountPermissions,
  repair: repairPermissions,
  visitor: visitorPermissions,
  complaint: complaintPermissions,
  consult: consultPermissions,
  parking: parkingPermissions,
  event: eventPermissions,
  survey: surveyPermissions,
  notice: noticePermissions,
  desk: deskPermissions,
  clock: clockPermissions,
  courier: courierPermissions,
}

/** The wire as types. Pages and handlers take the types from here, never the schemas. */
export type Contract = typeof contracts
export type FunctionName = keyof Contract
export type ActionName<F extends FunctionName> = keyof Contract[F] & string
type Spec<F extends FunctionName, A extends ActionName<F>> = Contract[F][A] extends {
  input: infer I
  output: infer O
}
  ? { input: I; output: O }
  : never
/** What a handler receives: validated and trimmed. */
export type Input<F extends FunctionName, A extends ActionName<F>> = z.output<
  Spec<F, A>['input'] & z.core.$ZodType
>
/** What an action replies. */
export type Output<F extends FunctionName, A extends ActionName<F>> = z.output<
  Spec<F, A>['output'] & z.core.$ZodType
>
