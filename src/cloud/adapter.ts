export interface Envelope {
  action: string
  input: unknown
  requestId?: string
  lang: 'zh-CN' | 'en'
}

/** A picture that was chosen but is not stored yet. */
export interface Picked {
  /** What an Image can show. */
  path: string
  /** The bytes, where the platform gives them (browser). */
  blob?: Blob
  /** What the person calls the file; its ending says what it is. */
  name?: string
}

/** All that differs between WeChat's cloud and the local process. */
export interface Adapter {
  /** The function's reply as it came; throws when none came. */
  call(fn: string, envelope: Envelope): Promise<unknown>
  upload(picked: Picked): Promise<string>
  pick(most: number): Promise<Picked[]>
  /** One file with one of these endings; none when the person closed the question. */
  pickFile(endings: string[]): Promise<Picked[]>
  online(): Promise<boolean>
  watchNetwork(tell: (online: boolean) => void): void
}
