import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  buildTestFunctions,
  startLocalProcess,
  type LocalProcess,
  type LocalProcessOptions,
} from '../../support/local-process'

// Building the functions and starting the process take several seconds on a busy machine.
jest.setTimeout(60_000)

/** Collections of the tests, with every kind of index. */
export const schema = {
  things: { permission: 'ADMINONLY', indexes: [] },
  ticks: { permission: 'ADMINONLY', indexes: [] },
  verdicts: { permission: 'ADMINONLY', indexes: [] },
  orders: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'of_reporter', keys: { estateId: 1, reporters: 1, key: -1 } },
      { name: 'of_house', keys: { houseId: 1, key: -1 } },
      { name: 'by_number', keys: { estateId: 1, no: 1 }, unique: true },
    ],
  },
}

export interface Reply {
  ok: boolean
  data?: any
  error?: { errCode: number; code?: string; message: string }
}

/** A piece of a test that runs inside a function; it sees its arguments only. */
export type Piece = (cloud: any, db: any, _: any, ...args: any[]) => unknown

export interface TestCloud extends LocalProcess {
  /** Runs the piece with the real SDK; throws what the SDK threw. */
  run: (piece: Piece, ...args: unknown[]) => Promise<any>
  /** The same, but resolves with a failure as a reply. */
  attempt: (piece: Piece, ...args: unknown[]) => Promise<Reply>
}

/** The local cloud with the functions of tests/localcloud/fixtures. */
export async function startTestCloud(options: Partial<LocalProcessOptions> = {}): Promise<TestCloud> {
  const functionsDir = mkdtempSync(join(tmpdir(), 'anlin-functions-'))
  await buildTestFunctions('tests/localcloud/fixtures', functionsDir)
  const local = await startLocalProcess({
    functionsDir,
    schema,
    ...options,
    env: { QUIET: '1', ...options.env },
  })
  const attempt = (piece: Piece, ...args: unknown[]) =>
    local.call<Reply>('sdk', { action: 'test', source: piece.toString(), args }, 'tester')
  return {
    ...local,
    attempt,
    run: async (piece, ...args) => {
      const reply = await attempt(piece, ...args)
      if (!reply.ok) throw Object.assign(new Error(reply.error!.message), reply.error)
      return reply.data
    },
    stop: async () => {
      await local.stop()
      rmSync(functionsDir, { recursive: true, force: true })
    },
  }
}
