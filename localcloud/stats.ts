import type { Cost } from './documents/find'

interface Figures {
  calls: number
  requests: Series
  examined: Series
  scans: number
  times: number[]
}
interface Series {
  total: number
  max: number
}

/** The number of call times kept per action; the oldest are dropped. */
const MOST_TIMES = 20_000

/** The cost of calls per `function.action`. */
export class Stats {
  private readonly figures = new Map<string, Figures>()
  private readonly warned = new Set<string>()

  /** Records a call that took `ms`. */
  recordCall(key: string, ms: number): void {
    const figures = this.of(key)
    figures.calls++
    figures.times.push(ms)
    if (figures.times.length > MOST_TIMES) figures.times.shift()
  }

  /** Records one database request of a call; `soFar` is the number of requests in this call. */
  recordRequest(key: string, soFar: number): void {
    raise(this.of(key).requests, 1, soFar)
  }

  /**
   * Records the cost of a read; `soFar` is the sum of this call. Warns once for each query without an index.
   */
  recordRead(key: string, cost: Cost, soFar: number, what: string): void {
    const figures = this.of(key)
    raise(figures.examined, cost.examined, soFar)
    if (!cost.scan) return
    figures.scans++
    const warning = `no index for ${what}`
    if (this.warned.has(warning)) return
    this.warned.add(warning)
    console.warn(`Anlin local cloud: ${warning} (${key})`)
  }

  report(): Record<string, unknown> {
    return Object.fromEntries(
      [...this.figures]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, { calls, requests, examined, scans, times }]) => [
          key,
          {
            calls,
            requests: { total: requests.total, max: requests.max },
            examined: { total: examined.total, max: examined.max },
            scans,
            ms: {
              p50: quantile(times, 0.5),
              p95: quantile(times, 0.95),
              total: round(times.reduce((sum, ms) => sum + ms, 0)),
            },
          },
        ]),
    )
  }

  reset(): void {
    this.figures.clear()
  }

  private of(key: string): Figures {
    const known = this.figures.get(key)
    if (known) return known
    const fresh = {
      calls: 0,
      requests: { total: 0, max: 0 },
      examined: { total: 0, max: 0 },
      scans: 0,
      times: [],
    }
    this.figures.set(key, fresh)
    return fresh
  }
}

function raise(series: Series, by: number, soFar: number): void {
  series.total += by
  series.max = Math.max(series.max, soFar)
}

function quantile(times: number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100
}
