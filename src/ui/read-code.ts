import Taro from '@tarojs/taro'
import { adapter } from '@/cloud/client'

/** What the camera reads; in the browser, a picture. Null: closed without reading; empty: nothing readable in it. */
export async function readCode(): Promise<string | null> {
  if (process.env.TARO_ENV === 'h5') {
    const [picked] = await adapter.pick(1)
    return picked?.blob ? readPicture(picked.blob) : null
  }
  try {
    return (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result
  } catch {
    return null
  }
}

async function readPicture(blob: Blob): Promise<string> {
  const { default: read } = await import('jsqr')
  const picture = await createImageBitmap(blob)
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  const pen = canvas.getContext('2d')!
  pen.drawImage(picture, 0, 0)
  const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height)
  return read(data, width, height)?.data ?? ''
}
