import { toBuffer } from 'qrcode'
import { WxError } from './wx-error'

const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const DEFAULT_PAGE = 'pages/home/index'

/**
 * `wxacode.getUnlimited`: returns a QR code that any scanner can read, with the text
 * `anlin:<page>?scene=<scene>`.
 */
export async function getUnlimited(input: Record<string, unknown>): Promise<Buffer> {
  const { scene, page = DEFAULT_PAGE, width = 430 } = input
  if (typeof scene !== 'string' || !SCENE.test(scene))
    throw new WxError(40169, 'invalid length for scene, or the data is not json string')
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?'))
    throw new WxError(41030, 'invalid page')
  if (typeof width !== 'number' || width < 280 || width > 1280)
    throw new WxError(40097, 'invalid args: width')
  return toBuffer(`anlin:${page}?scene=${encodeURIComponent(scene)}`, { width, errorCorrectionLevel: 'M' })
}
