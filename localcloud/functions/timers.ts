import type { Clock } from '../clock'
import type { Trigger } from './catalog'
import { parseCron, type Schedule } from './cron'
import type { Functions } from './functions'

/** The result of one timer run. */
export interface TimerRun {
  function: string
  ok: boolean
  ms: number
}

/** After a short stall the missed seconds are made up; after a larger jump of the clock they are not. */
const MOST_LATE_SECONDS = 30

interface Timer {
  function: string
  trigger: Trigger
  due: Schedule
  running: boolean
}

/**
 * Calls the functions with timers on the cloud's clock. A timer that is still running is not started again.
 */
export class Timers {
  private readonly timers: Timer[]
  private ticker: NodeJS.Timeout | undefined
  private lastSecond = 0

  constructor(
    private readonly functions: Functions,
    private readonly clock: Clock,
  ) {
    this.timers = [...functions.catalog.values()]
      .flatMap(({ name, triggers }) =>
        triggers.map(trigger => ({
          function: name,
          trigger,
          due: parseCron(trigger.config),
          running: false,
        })),
      )
      .sort((a, b) => Number(b.function === 'clock') - Number(a.function === 'clock'))
  }

  start(): void {
    this.lastSecond = Math.floor(this.clock.now() / 1000)
    this.ticker = setInterval(() => this.check(), 250)
  }

  stop(): void {
    clearInterval(this.ticker)
  }

  /** Runs every timer once, one after the other; `clock` first. */
  async tick(): Promise<TimerRun[]> {
    const ran: TimerRun[] = []
    for (const timer of this.timers) ran.push(await this.run(timer))
    return ran
  }

  private check(): void {
    const second = Math.floor(this.clock.now() / 1000)
    const passed = second - this.lastSecond
    this.lastSecond = second
    if (passed === 0) return
    const late = passed > 0 && passed <= MOST_LATE_SECONDS ? passed : 1
    const seconds = Array.from({ length: late }, (_, i) => second - i)
    for (const timer of this.timers)
      if (!timer.running && seconds.some(due => timer.due(due * 1000))) void this.run(timer)
  }

  private async run(timer: Timer): Promise<TimerRun> {
    timer.running = true
    const begun = performance.now()
    const event = JSON.stringify({
      Type: 'Timer',
      TriggerName: timer.trigger.name,
      Time: new Date(this.clock.now()).toISOString(),
    })
    const ok = await this.functions.call(timer.function, event, { source: 'wx_trigger' }).then(
      () => true,
      () => false,
    )
    timer.running = false
    return { function: timer.function, ok, ms: Math.round(performance.now() - begun) }
  }
}
