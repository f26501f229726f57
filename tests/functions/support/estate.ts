import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActionName, FunctionName, Output } from '@domain/contract'
import type { Reply } from '@domain/kernel/failure'
import type { Message } from '@domain/notice/contract'
import { buildTestFunctions, startLocalProcess, type LocalProcess } from '../../support/local-process'

export interface Estate extends LocalProcess {
  functionsDir: string
  /** Calls as a person; the reply as it came. */
  as<F extends FunctionName, A extends ActionName<F>>(
    openid: string,
    fn: F,
    action: A,
    input?: object,
    more?: object,
  ): Promise<Reply<Output<F, A>>>
  /** Puts a file into storage, as a phone does; its fileID. */
  upload(content: string | Buffer, name?: string): Promise<string>
  /** Everything that a collection holds, as text: what a look into the raw database shows. */
  records(collection: string): Promise<string>
  /** The same, for a call that must succeed. */
  ok<F extends FunctionName, A extends ActionName<F>>(
    openid: string,
    fn: F,
    action: A,
    input?: object,
    more?: object,
  ): Promise<Output<F, A>>
}

/** Fills the running local process with the demonstration people, without their repairs. */
export function seedPeople(url: string): void {
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'tools/demo/seed.ts'], {
    env: { ...process.env, URL: url, EMPTY: '1' },
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`seed: ${done.stderr}`)
}

/** The built functions on a local process of their own, with the demonstration people; or on the data of one that has ended. */
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
  const as: Estate['as'] = (openid, fn, action, input = {}, more = {}) =>
    local.call(fn, { action, input, requestId: newRequestId(), ...more }, openid)
  const ok: Estate['ok'] = async (openid, fn, action, input, more) => {
    const reply = await as(openid, fn, action, input, more)
    if (!reply.ok) throw new Error(`${fn}.${action}: ${JSON.stringify(reply.error)}`)
    return reply.data
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
  return { ...local, functionsDir, as, ok, upload, records }
}

let count = 0
export const newRequestId = (): string => `request-${String(process.pid)}-${String(count++)}`

/** Waits for what the courier does in the background; fails when it never comes. */
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

/** What the phone does: the same request again until it is answered. The reply is never UNAVAILABLE. */
export async function retry<F extends FunctionName, A extends ActionName<F>>(
  estate: Estate,
  who: string,
  fn: F,
  action: A,
  input: object,
): Promise<Reply<Output<F, A>>> {
  const requestId = newRequestId()
  for (let tries = 0; tries < 100; tries++) {
    const reply = await estate.as(who, fn, action, input, { requestId })
    if (reply.ok || reply.error.code !== 'UNAVAILABLE') return reply
  }
  throw new Error(`${fn}.${action} was never answered`)
}

/** Every page of somebody's inbox, newest first. */
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

/** Runs the timer until no letter waits any more; a run takes a portion of the records. */
export async function sweep(estate: Estate, records: number): Promise<void> {
  for (let carried = 0; carried <= records; carried += 100) await estate.post('/tick')
}
