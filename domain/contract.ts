import type * as z from 'zod/mini'
import type { contracts } from './services'

/**
 * Every function and every action: the wire as types. Pages and handlers take the types from here, never the
 * schemas.
 */
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
