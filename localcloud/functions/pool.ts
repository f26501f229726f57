import type { Call, Instance } from './instance'

/** The limit of instances per function; further calls wait. */
const MOST_INSTANCES = 4

/** The instances of one function. Each serves one call at a time; a new one starts while all are busy. */
export class Pool {
  readonly instances = new Set<Instance>()
  private readonly waiting: Array<() => void> = []

  constructor(private readonly start: (onDeath: (instance: Instance) => void) => Instance) {}

  /** Serves the call with the first free instance; throws FunctionFailure. */
  async call(call: Call): Promise<string> {
    let instance = this.findFree()
    while (!instance) {
      await new Promise<void>(resolve => this.waiting.push(resolve))
      instance = this.findFree()
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

  /** A free instance, a new one if the limit allows, or undefined. */
  private findFree(): Instance | undefined {
    const idle = [...this.instances].find(instance => !instance.isBusy)
    if (idle || this.instances.size >= MOST_INSTANCES) return idle
    const fresh = this.start(dead => {
      this.instances.delete(dead)
      this.waiting.shift()?.()
    })
    this.instances.add(fresh)
    return fresh
  }
}
