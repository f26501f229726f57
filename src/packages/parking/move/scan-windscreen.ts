import { pick } from '@/device/pick'
import { readPicture } from '@/device/read-picture'
import { carIn, scanScene } from '@/device/scan'

/**
 * The scene of the code on a windscreen; in the browser, of a picture of it. Empty: another code, or none;
 * null: closed without reading.
 */
export async function scanWindscreen(): Promise<string | null> {
  if (process.env.TARO_ENV === 'h5') {
    const [picked] = await pick.pictures(1)
    return picked?.blob ? carIn(await readPicture(picked.blob)) : null
  }
  const read = await scanScene()
  return read === null ? null : carIn(read)
}
