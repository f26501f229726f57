import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { newRequestId, type Estate } from './estate'

/** How a measured part makes its calls; each must succeed. */
export interface Calls {
  ok: Estate['ok']
  /** A write twice with the same requestId: sending it again is measured too. */
  again: Estate['ok']
  upload: Estate['upload']
  /** Moves the functions' clock so far ahead of the real one, in ms. */
  travel(offsetMs: number): Promise<void>
}

/** Makes every call of one function; exported under the function's name by a file of tests/functions/measured. */
export type Measured = (calls: Calls) => Promise<void>

export function callsOf(estate: Estate): Calls {
  const again: Estate['ok'] = async (who, fn, action, input) => {
    const requestId = newRequestId()
    await estate.ok(who, fn, action, input, { requestId })
    return estate.ok(who, fn, action, input, { requestId })
  }
  const travel = async (offsetMs: number): Promise<void> => {
    await estate.post('/time', { offsetMs })
  }
  return { ok: estate.ok, again, upload: estate.upload, travel }
}

const folder = join(__dirname, '../measured')

/** The measured parts that there are, by function. */
export const measuredParts = (): Record<string, Measured> =>
  Object.assign(
    {},
    ...readdirSync(folder).map(file => require(join(folder, file)) as Record<string, Measured>),
  ) as Record<string, Measured>
