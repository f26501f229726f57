import type { ActionName, FunctionName } from '@domain/contract'
import { readFunctionFolders } from './function-folders'

/** An action's own limit of database requests per call, and the reason for it. */
export interface Allowance {
  most: number
  why: string
}
/** The exceptions of one function, in its folder: `tests/functions/<function>/requests-allowed.ts`. */
export type RequestsAllowed<F extends FunctionName> = { [A in ActionName<F>]?: Allowance }

/** Database requests of one call, the one for the caller included (docs/bench.md). */
const most = { read: 2, write: 4 }

/** The exceptions of all functions, by `<function>.<action>`. */
export const exceptions: Record<string, Allowance> = Object.fromEntries(
  readFunctionFolders<{ requestsAllowed: Record<string, Allowance> }>('requests-allowed.ts').flatMap(
    ([fn, { requestsAllowed }]) =>
      Object.entries(requestsAllowed).map(([action, allowance]) => [`${fn}.${action}`, allowance]),
  ),
)

/** The most database requests that one call of the action may make. */
export const requestsAllowed = (name: string, kind: 'read' | 'write'): number =>
  exceptions[name]?.most ?? most[kind]
