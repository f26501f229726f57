import Taro from '@tarojs/taro'
import { pick } from './pick'
import { readPicture } from './read-picture'

/**
 * What the camera reads; in the browser, a picture. Null: closed without reading; empty: nothing readable in
 * it.
 */
export async function readCode(): Promise<string | null> {
  if (process.env.TARO_ENV === 'h5') {
    const [picked] = await pick.pictures(1)
    return picked?.blob ? readPicture(picked.blob) : null
  }
  try {
    return (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result
  } catch {
    return null
  }
}
