import type { Call, Instance } from './instance'

/** More instances of one function than this are not started: calls wait instead. */
const MOST_INSTANCES = 4

/** The instances of one function: grown while all are busy, each serving one call at a time. */
export class Pool {
  readonly instances = new Set<Instance>()
  private readonly waiting: Array<() => void> = []

  constructor(private readonly start: (onDeath: (instance: Instance) => void) => Instance) {}

  /** Serves the call by the first instance that is free; throws FunctionFailure. */
  async call(call: Call): Promise<string> {
    let instance = this.free()
    while (!instance) {
      await new Promise<void>(resolve => this.waiting.push(resolve))
      instance = this.free()
    }
    try {
      return await instance.serve(call)
    } finally {
      this.waiting.shift()?.()
    }
  }

  async stop(): Promise<void> {
    await Promise.all([...this.instances].map(instance => instance.stop()))
  }

  private free(): Instance | undefined {
    const idle = [...this.instances].find(instance => !instance.busy)
    if (idle || this.instances.size >= MOST_INSTANCES) return idle
    const fresh = this.start(dead => {
      this.instances.delete(dead)
      this.waiting.shift()?.()
    })
    this.instances.add(fresh)
    return fresh
  }
}
