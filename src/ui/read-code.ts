import Taro from '@tarojs/taro'
import { adapter } from '@/cloud/client'

/** Decided while it is built, outside of any async function: so WeChat's packages do not carry 130 KB that only the browser uses. */
const readPicture = process.env.TARO_ENV === 'h5'
  ? (picture: Blob): Promise<string> => import('./read-picture').then(reader => reader.readPicture(picture))
  : undefined

/** What the camera reads; in the browser, a picture. Null: closed without reading; empty: nothing readable in it. */
export async function readCode(): Promise<string | null> {
  if (readPicture) {
    const [picked] = await adapter.pick(1)
    return picked?.blob ? readPicture(picked.blob) : null
  }
  try {
    return (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result
  } catch {
    return null
  }
}
