import read from 'jsqr'

/** What the code in a picture holds; empty: nothing readable. The browser's stand-in for a camera. */
export async function readPicture(blob: Blob): Promise<string> {
  const picture = await createImageBitmap(blob)
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  const pen = canvas.getContext('2d')!
  pen.drawImage(picture, 0, 0)
  const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height)
  return read(data, width, height)?.data ?? ''
}
