/** Runs in a worker thread: one instance of one cloud function, started as the cloud's own runtime does. */
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

export interface WorkerData {
  entry: string
  clock: SharedArrayBuffer
}
/** A null in `env` removes the variable; `event` is JSON. */
export interface CallMessage {
  id: number
  env: Record<string, string | null>
  event: string
}
export type ReplyMessage = { id: number; result: string } | { id: number; error: string }

const MOST_REPLY_BYTES = 6 * 1024 * 1024

const { entry, clock } = workerData as WorkerData
const offset = new Float64Array(clock)
const RealDate = Date

/** `Date` with the cloud's clock: only "now" differs. */
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length ? args : [now()], newTarget) as Date,
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)),
})

function now(): number {
  return RealDate.now() + offset[0]!
}

const { main } = createRequire(entry)(entry) as { main?: (event: unknown, context: unknown) => unknown }

parentPort!.on('message', (message: CallMessage) => void serve(message))
parentPort!.postMessage({ ready: true })

async function serve({ id, env, event }: CallMessage): Promise<void> {
  for (const [name, value] of Object.entries(env)) {
    if (value === null) delete process.env[name]
    else process.env[name] = value
  }
  parentPort!.postMessage(await answer(id, event))
}

async function answer(id: number, event: string): Promise<ReplyMessage> {
  try {
    if (typeof main !== 'function') throw new Error('the function does not export main')
    const result = JSON.stringify(await main(JSON.parse(event), { request_id: String(id) })) ?? 'null'
    if (Buffer.byteLength(result) > MOST_REPLY_BYTES) throw new Error('the reply is larger than 6 MB')
    return { id, result }
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
