/**
 * Chosen here and not in an async function, where the bundler no longer sees that WeChat never takes it: 130
 * kB.
 */
const reader = process.env.TARO_ENV === 'h5' ? () => import('jsqr') : undefined

/**
 * What a code in a picture holds, where a browser stands in for a phone's camera; empty: nothing readable.
 */
export async function readPicture(blob: Blob): Promise<string> {
  const picture = await createImageBitmap(blob)
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  const pen = canvas.getContext('2d')!
  pen.drawImage(picture, 0, 0)
  const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height)
  return (await reader?.())?.default(data, width, height)?.data ?? ''
}
