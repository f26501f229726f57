import { pick } from '@/device/pick'
import { readPicture } from '@/device/read-picture'
import { carIn, scanScene } from '@/device/scan'

/**
 * Scans a windscreen code (in the browser, from a picture) and returns its scene. Empty: not a windscreen
 * code; null: the scanner was closed.
 */
export async function scanWindscreen(): Promise<string | null> {
  if (process.env.TARO_ENV === 'h5') {
    const [picked] = await pick.pictures(1)
    return picked?.blob ? carIn(await readPicture(picked.blob)) : null
  }
  const read = await scanScene()
  return read === null ? null : carIn(read)
}
