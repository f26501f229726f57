import type { Lang } from '@domain/kernel/words'
import type { Picked } from '@/device/picked'

export interface Envelope {
  action: string
  input: unknown
  /**
   * The same on every attempt of one call; the server answers a repeated write with its first reply.
   */
  requestId: string
  lang: Lang
}

/** The transport: all that differs between calling WeChat's cloud and calling the local process. */
export interface Adapter {
  /** The function's reply as it came; throws when none came. */
  call(fn: string, envelope: Envelope): Promise<unknown>
  /** Stores a file and returns its id. */
  upload(picked: Picked): Promise<string>
  online(): Promise<boolean>
  watchNetwork(onChange: (online: boolean) => void): void
}
