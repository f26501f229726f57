import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActionName, FunctionName, Output } from '@domain/contract'
import type { Reply } from '@domain/kernel/failure'
import type { Message } from '@domain/notice/contract'
import { buildTestFunctions, startLocalProcess, type LocalProcess } from '../../support/local-process'

/** Calls an action as a person. */
type CallAs<Result extends 'reply' | 'output'> = <F extends FunctionName, A extends ActionName<F>>(
  openid: string,
  fn: F,
  action: A,
  input?: object,
) => Promise<Result extends 'reply' ? Reply<Output<F, A>> : Output<F, A>>

export interface Calls {
  /** Resolves with the reply as it came. */
  as: CallAs<'reply'>
  /** The same, for a call that must succeed: resolves with its output, throws its error. */
  ok: CallAs<'output'>
}

export interface Estate extends LocalProcess, Calls {
  functionsDir: string
  /** The same calls with this request ID or language. Without them every call has a new request ID. */
  with: (more: { requestId?: string; lang?: string }) => Calls
  /** Repeats one request until it is answered, as the phone does. The reply is never UNAVAILABLE. */
  retry: CallAs<'reply'>
  /** Puts a file into storage, as a phone does. Resolves with its fileID. */
  upload: (content: string | Buffer, name?: string) => Promise<string>
  /** The raw documents of a collection, as text. */
  records: (collection: string) => Promise<string>
}

/** Fills a running local process with the demonstration's people, without their repairs. */
export function seedPeople(url: string): void {
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'tools/demo/seed.ts'], {
    env: { ...process.env, URL: url, EMPTY: '1' },
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`seed: ${done.stderr}`)
}

/**
 * Starts a local process with the functions and the demonstration's people. `before` starts it on the data
 * and functions of a process that has ended.
 */
export async function startEstate(
  before?: { dataDir: string; functionsDir: string },
  env: Record<string, string> = {},
): Promise<Estate> {
  const functionsDir = before?.functionsDir ?? mkdtempSync(join(tmpdir(), 'anlin-functions-'))
  if (!before) await buildTestFunctions('cloudfunctions', functionsDir)
  const local = await startLocalProcess({
    functionsDir,
    env: { QUIET: '1', ...env },
    ...(before ? { dataDir: before.dataDir } : {}),
  })
  if (!before) seedPeople(local.url)
  const callsWith: Estate['with'] = more => {
    const as: Calls['as'] = (openid, fn, action, input = {}) =>
      local.call(fn, { action, input, requestId: newRequestId(), ...more }, openid)
    const ok: Calls['ok'] = async (openid, fn, action, input) => {
      const reply = await as(openid, fn, action, input)
      if (!reply.ok) throw new Error(`${fn}.${action}: ${JSON.stringify(reply.error)}`)
      return reply.data
    }
    return { as, ok }
  }
  const retry: Estate['retry'] = async (openid, fn, action, input) => {
    const { as } = callsWith({ requestId: newRequestId() })
    for (let tries = 0; tries < 100; tries++) {
      const reply = await as(openid, fn, action, input)
      if (reply.ok || reply.error.code !== 'UNAVAILABLE') return reply
    }
    throw new Error(`${fn}.${action} was never answered`)
  }
  const upload: Estate['upload'] = async (content, name = 'photo.png') => {
    const response = await fetch(`${local.url}/upload?name=${name}`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'demo-owner' },
      body: new Uint8Array(Buffer.from(content)),
    })
    return ((await response.json()) as { fileID: string }).fileID
  }
  const records: Estate['records'] = async collectionName =>
    JSON.stringify(
      await local.post('/admin', {
        action: 'database.getDocument',
        collectionName,
        queryType: 'WHERE',
        query: '{}',
        limit: 1000,
      }),
    )
  return { ...local, ...callsWith({}), with: callsWith, retry, functionsDir, upload, records }
}

let count = 0
export const newRequestId = (): string => `request-${String(process.pid)}-${String(count++)}`

/** Waits for what the courier does in the background: looks for five seconds, then fails. */
export async function eventually<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const seen = await look()
    if (seen) return seen
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('it never came')
}

export const aTap = {
  place: 'house',
  houseId: 'tianma-1',
  category: 'water',
  urgency: 'normal',
  description: '水龙头漏水',
} as const

/** Reads every page of a person's inbox, newest message first. */
export async function wholeInbox(estate: Estate, who: string): Promise<Message[]> {
  const all: Message[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: Message[]; next: string | null } = await estate.ok(who, 'notice', 'inbox', {
      limit: 50,
      ...(cursor ? { cursor } : {}),
    })
    all.push(...page.items)
    cursor = page.next
  }
  return all
}

/** Runs the timer until no message waits any more; a run takes 100 records. */
export async function sweep(estate: Estate, records: number): Promise<void> {
  for (let carried = 0; carried <= records; carried += 100) await estate.post('/tick')
}
