import { adapter } from '@/cloud/client'
import { readPicture } from '@/ui/read-picture'
import { carIn, scanScene } from '@/ui/scan'

/** The scene of the code on a windscreen; in the browser, of a picture of it. Empty: another code, or none; null: closed without reading. */
export async function scanWindscreen(): Promise<string | null> {
  if (process.env.TARO_ENV === 'h5') {
    const [picked] = await adapter.pick(1)
    return picked?.blob ? carIn(await readPicture(picked.blob)) : null
  }
  const read = await scanScene()
  return read === null ? null : carIn(read)
}
