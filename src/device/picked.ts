/** A picture or a file that was chosen but is not stored yet. */
export interface Picked {
  /** An address that an Image can show. */
  path: string
  /** The bytes, where the platform gives them (browser). */
  blob?: Blob
  /** The file's name on the phone; its ending says what it is. */
  name?: string
}

/** How a platform lets a person choose. Closing the dialogue chooses nothing. */
export interface Picker {
  pictures(most: number): Promise<Picked[]>
  /** One file with one of these endings. */
  file(endings: string[]): Promise<Picked[]>
}
