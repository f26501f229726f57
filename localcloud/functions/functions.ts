import type { Stats } from '../stats'
import { readCatalog, type FunctionSpec } from './catalog'
import type { Caller } from './identity'
import { Instance, type InstanceHost } from './instance'
import { Pool } from './pool'

/** The cloud functions: the catalog, their instances, and calls to them. */
export class Functions {
  readonly catalog: Map<string, FunctionSpec>
  private readonly pools = new Map<string, Pool>()
  private readonly instances = new Map<string, Instance>()
  private started = 0

  constructor(
    dir: string,
    private readonly stats: Stats,
    private readonly host: InstanceHost,
  ) {
    this.catalog = readCatalog(dir)
  }

  has(name: string): boolean {
    return this.catalog.has(name)
  }

  /** Calls a function with `event` (JSON text) and returns its reply as JSON text; throws FunctionFailure. */
  async call(name: string, event: string, caller: Caller): Promise<string> {
    const key = `${name}.${actionOf(event)}`
    const begun = performance.now()
    try {
      return await this.poolOf(name).call({ caller, event, action: key })
    } finally {
      this.stats.recordCall(key, performance.now() - begun)
    }
  }

  /** The instance that sent a request of the SDK. */
  instance(id: string | undefined): Instance | undefined {
    return id === undefined ? undefined : this.instances.get(id)
  }

  async stop(): Promise<void> {
    await Promise.all([...this.pools.values()].map(pool => pool.stop()))
  }

  private poolOf(name: string): Pool {
    const known = this.pools.get(name)
    if (known) return known
    const spec = this.catalog.get(name)!
    const pool = new Pool(onDeath => {
      const instance = new Instance(`${name}-${++this.started}`, spec, this.host, dead => {
        this.instances.delete(dead.id)
        onDeath(dead)
      })
      this.instances.set(instance.id, instance)
      return instance
    })
    this.pools.set(name, pool)
    return pool
  }
}

/** The name of the call in the figures: the action, the type of a trigger's event (`timer`), or `-`. */
function actionOf(event: string): string {
  const { action, Type } = (JSON.parse(event) ?? {}) as { action?: unknown; Type?: unknown }
  if (typeof action === 'string' && action) return action.slice(0, 64)
  if (typeof Type === 'string') return Type.toLowerCase()
  return '-'
}
