/**
 * The cloud's clock: real time plus an offset that `POST /time` moves.
 * The offset is in shared memory, so that function workers see a change immediately.
 */
export class Clock {
  readonly shared = new SharedArrayBuffer(8)
  private readonly offset = new Float64Array(this.shared)

  /** Milliseconds since 1970, offset included. */
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
