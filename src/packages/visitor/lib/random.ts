import Taro from '@tarojs/taro'
import { toHex } from '@domain/visitor/hex'

/** Random bytes from the phone's own source. */
export async function randomBytes(length: number): Promise<Uint8Array> {
  if (process.env.TARO_ENV === 'h5') return crypto.getRandomValues(new Uint8Array(length))
  const { randomValues } = await Taro.getRandomValues({ length })
  return new Uint8Array(randomValues)
}

/** 24 characters that no other phone makes. */
export const newRecordId = async (): Promise<string> => toHex(await randomBytes(12))
