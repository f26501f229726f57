export type FaultKind = 'error' | 'timeout-after-write' | 'slow'

export interface Fault {
  /** An SDK action (`database.modifyDocument`), a function, `function.action`, or `wx.openApi` for WeChat's own servers; absent: every database request. */
  action?: string
  /** 0..1, the share of requests that it hits; 0 takes it away, and without an action every fault there is. */
  rate: number
  kind: FaultKind
}

const KINDS: readonly string[] = ['error', 'timeout-after-write', 'slow']

/** The database's bad days, made to order. */
export class Faults {
  private faults: Fault[] = []

  set(fault: Fault): void {
    const ends = fault.rate === 0 && fault.action === undefined
    this.faults = ends ? [] : this.faults.filter(({ action }) => action !== fault.action)
    if (fault.rate > 0) this.faults.push(fault)
  }

  list(): Fault[] {
    return this.faults
  }

  /** The fault that hits this database request, if any; `call` is the `function.action` being served. */
  hit(sdkAction: string, call: string): FaultKind | undefined {
    return this.among([undefined, sdkAction, call, call.split('.')[0]])
  }

  /** The fault that hits this call to WeChat's servers: they have bad days of their own. */
  hitOpenApi(): FaultKind | undefined {
    return this.among(['wx.openApi'])
  }

  private among(names: (string | undefined)[]): FaultKind | undefined {
    return this.faults.find(({ action, rate }) => names.includes(action) && Math.random() < rate)?.kind
  }
}

/** Checks the body of `POST /faults`; a string names the wrong field. */
export function parseFault(body: unknown): Fault | string {
  const { action, rate, kind } = (body ?? {}) as Record<string, unknown>
  if (action !== undefined && typeof action !== 'string') return 'action'
  if (typeof rate !== 'number' || !(rate >= 0 && rate <= 1)) return 'rate'
  if (rate > 0 && !KINDS.includes(kind as string)) return 'kind'
  return { action, rate, kind: (kind ?? 'error') as FaultKind }
}
