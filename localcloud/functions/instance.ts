import { Worker } from 'node:worker_threads'
import type { Clock } from '../clock'
import type { FunctionSpec } from './catalog'
import { callEnv, instanceEnv, type Caller } from './identity'
import type { CallMessage, ReplyMessage, WorkerData } from './worker'

/** A call failed: the function threw (INTERNAL), or its instance died or timed out (UNAVAILABLE). */
export class FunctionFailure extends Error {
  constructor(
    readonly code: 'INTERNAL' | 'UNAVAILABLE',
    message: string,
  ) {
    super(message)
  }
}

export interface Call {
  caller: Caller
  event: string
  action: string
}

interface Pending {
  id: number
  resolve(result: string): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}

/** What all instances share. */
export interface InstanceHost {
  clock: Clock
  /** Does not print the output of the functions. */
  quiet: boolean
  /** The address for the SDK's requests; known once the server listens. */
  adminUrl: () => string
}

/**
 * One instance of a function in a worker thread. It serves one call at a time and stays alive for work that a
 * call leaves running.
 */
export class Instance {
  readonly worker: Worker
  /** The current call, or the last one: later requests of the instance still count for it. */
  call: Call | undefined
  private isAlive = true
  private pending: Pending | undefined
  private calls = 0

  constructor(
    readonly id: string,
    readonly spec: FunctionSpec,
    { clock, quiet, adminUrl }: InstanceHost,
    private readonly onDeath: (instance: Instance) => void,
  ) {
    const workerData: WorkerData = { entry: spec.entry, clock: clock.shared }
    this.worker = new Worker(new URL('./worker.cjs', import.meta.url), {
      workerData,
      env: instanceEnv(`${adminUrl()}/${id}`, spec.name),
      stdout: true,
      stderr: true,
      execArgv: [],
    })
    const output = quiet ? undefined : process.stdout
    for (const stream of [this.worker.stdout, this.worker.stderr]) {
      if (output) stream.on('data', (chunk: Buffer) => output.write(chunk))
      else stream.resume()
    }
    this.worker.on(
      'message',
      (message: ReplyMessage | { ready: true }) => 'id' in message && this.settle(message),
    )
    this.worker.on('error', error => this.die(`${spec.name} failed: ${error.message}`))
    this.worker.on('exit', () => this.die(`${spec.name} exited`))
  }

  get isBusy(): boolean {
    return this.pending !== undefined
  }

  /** Serves one call and returns the reply as JSON text; throws FunctionFailure. */
  serve(call: Call): Promise<string> {
    this.call = call
    return new Promise((resolve, reject) => {
      const id = ++this.calls
      const timer = setTimeout(
        () => this.die(`${this.spec.name} did not answer within ${this.spec.timeoutMs / 1000} s`),
        this.spec.timeoutMs,
      )
      this.pending = { id, resolve, reject, timer }
      this.worker.postMessage({ id, env: callEnv(call.caller), event: call.event } satisfies CallMessage)
    })
  }

  async stop(): Promise<void> {
    this.die(`${this.spec.name} was stopped`)
    await this.worker.terminate()
  }

  private settle(message: ReplyMessage): void {
    const pending = this.pending
    if (pending?.id !== message.id) return
    this.finish()
    if ('result' in message) pending.resolve(message.result)
    else pending.reject(new FunctionFailure('INTERNAL', message.error))
  }

  private finish(): void {
    clearTimeout(this.pending?.timer)
    this.pending = undefined
  }

  private die(reason: string): void {
    if (!this.isAlive) return
    this.isAlive = false
    this.onDeath(this)
    const pending = this.pending
    this.finish()
    pending?.reject(new FunctionFailure('UNAVAILABLE', reason))
    void this.worker.terminate()
  }
}
