export type FaultKind = 'error' | 'timeout-after-write' | 'slow'

export interface Fault {
  /**
   * An SDK action (`database.modifyDocument`), a function, `function.action`, or `wx.openApi` for WeChat's
   * own servers; without it, every database request.
   */
  action?: string
  /** Only database requests on this collection; without it, on any. */
  collection?: string
  /** 0..1, the share of requests that fail. 0 removes the fault; without an action it removes all faults. */
  rate: number
  kind: FaultKind
}

const KINDS: readonly string[] = ['error', 'timeout-after-write', 'slow']

/** Faults that tests and developers inject into requests. */
export class Faults {
  private faults: Fault[] = []

  set(fault: Fault): void {
    const removesAll = fault.rate === 0 && fault.action === undefined && fault.collection === undefined
    this.faults = removesAll
      ? []
      : this.faults.filter(
          ({ action, collection }) => action !== fault.action || collection !== fault.collection,
        )
    if (fault.rate > 0) this.faults.push(fault)
  }

  list(): Fault[] {
    return this.faults
  }

  /** The fault for this database request, if any; `call` is the `function.action` being served. */
  hit(sdkAction: string, call: string, on: unknown): FaultKind | undefined {
    return this.pick([undefined, sdkAction, call, call.split('.')[0]], on)
  }

  /**
   * The fault for this call to WeChat's servers, if any. A fault without an action does not apply to them.
   */
  hitOpenApi(): FaultKind | undefined {
    return this.pick(['wx.openApi'])
  }

  private pick(names: (string | undefined)[], on?: unknown): FaultKind | undefined {
    return this.faults.find(
      ({ action, collection, rate }) =>
        names.includes(action) && (collection === undefined || collection === on) && Math.random() < rate,
    )?.kind
  }
}

/** Validates the body of `POST /faults`; returns the name of the invalid field as a string. */
export function parseFault(body: unknown): Fault | string {
  const { action, collection, rate, kind } = (body ?? {}) as Record<string, unknown>
  if (action !== undefined && typeof action !== 'string') return 'action'
  if (collection !== undefined && typeof collection !== 'string') return 'collection'
  if (typeof rate !== 'number' || !(rate >= 0 && rate <= 1)) return 'rate'
  if (rate > 0 && !KINDS.includes(kind as string)) return 'kind'
  return { action, collection, rate, kind: (kind ?? 'error') as FaultKind }
}
