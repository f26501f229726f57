import { readFunctionFolders } from '../../support/function-folders'
import { newRequestId, type Estate } from './estate'

/** How measured calls are made; each must succeed. */
export interface Calls {
  ok: Estate['ok']
  /** Sends a write twice with the same requestId, so that the repetition is measured too. */
  again: Estate['ok']
  upload: Estate['upload']
  /** Sets the functions' clock ahead of the real one, by this many milliseconds. */
  travel: (offsetMs: number) => Promise<void>
}

/** Calls every action of one function; `measured` of `tests/functions/<function>/measured.ts`. */
export type Measured = (calls: Calls) => Promise<void>

export function callsOf(estate: Estate): Calls {
  const again: Estate['ok'] = async (who, fn, action, input) => {
    const { ok } = estate.with({ requestId: newRequestId() })
    await ok(who, fn, action, input)
    return ok(who, fn, action, input)
  }
  const travel = async (offsetMs: number): Promise<void> => {
    await estate.post('/time', { offsetMs })
  }
  return { ok: estate.ok, again, upload: estate.upload, travel }
}

/** The measured calls of every function that has some. */
export const readMeasured = (): [fn: string, measured: Measured][] =>
  readFunctionFolders<{ measured: Measured }>('measured.ts').map(([fn, { measured }]) => [fn, measured])
