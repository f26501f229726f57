import type * as z from 'zod/mini'
import { accountContract } from './account/contract'
import { clockContract, courierContract } from './clock/contract'
import { complaintContract } from './complaint/contract'
import { consultContract } from './consult/contract'
import { deskContract } from './desk/contract'
import { eventContract } from './event/contract'
import { noticeContract } from './notice/contract'
import { parkingContract } from './parking/contract'
import { repairContract } from './repair/contract'
import { surveyContract } from './survey/contract'
import { visitorContract } from './visitor/contract'

/** Every function and every action: the living form of the wire. */
export const contract = {
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
}

export type Contract = typeof contract
export type FunctionName = keyof Contract
export type ActionName<F extends FunctionName> = keyof Contract[F] & string
type Spec<F extends FunctionName, A extends ActionName<F>> = Contract[F][A] extends {
  input: infer I
  output: infer O
}
  ? { input: I; output: O }
  : never
/** What a handler receives, checked and trimmed. */
export type Input<F extends FunctionName, A extends ActionName<F>> = z.output<
  Spec<F, A>['input'] & z.core.$ZodType
>
/** What an action answers. */
export type Output<F extends FunctionName, A extends ActionName<F>> = z.output<
  Spec<F, A>['output'] & z.core.$ZodType
>
