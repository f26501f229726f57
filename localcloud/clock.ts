/**
 * The cloud's clock: real time plus an offset that `POST /time` moves.
 * The offset lies in shared memory, so that function workers see a change at once.
 */
export class Clock {
  readonly shared = new SharedArrayBuffer(8)
  private readonly offset = new Float64Array(this.shared)

  /** Milliseconds since 1970, shifted. */
  now(): number {
    return Date.now() + this.offset[0]!
  }

  get offsetMs(): number {
    return this.offset[0]!
  }

  shift(offsetMs: number): void {
    this.offset[0] = offsetMs
  }
}
