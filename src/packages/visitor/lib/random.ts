import Taro from '@tarojs/taro'
import { toHex } from '@domain/visitor/hex'

/** Random bytes from the platform's secure source. */
export async function randomBytes(length: number): Promise<Uint8Array> {
  if (process.env.TARO_ENV === 'h5') return crypto.getRandomValues(new Uint8Array(length))
  const { randomValues } = await Taro.getRandomValues({ length })
  return new Uint8Array(randomValues)
}

/** A random id of 24 characters. */
export const newRecordId = async (): Promise<string> => toHex(await randomBytes(12))
