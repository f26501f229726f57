import { encode } from 'uqr'
import { pngAddress } from './png'

/** Dots per module: sharp on a phone of three dots a pixel. */
const scale = 8
/**
 * QR standard: four modules of white around. Version 10 at most keeps modules large enough for a camera at
 * night.
 */
export const codePicture = (payload: string): string =>
  pngAddress(encode(payload, { ecc: 'M', border: 4, maxVersion: 10 }).data, scale)
