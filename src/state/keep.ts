import Taro from '@tarojs/taro'
import { whoIsCalling } from '@/device/who'

/**
 * Storage on this phone. In the browser several users share one storage, so each has key names of their own.
 */
const nameOf = (key: string): string => `anlin.${whoIsCalling()}.${key}`

export function recall<T>(key: string): T | undefined {
  try {
    const kept: unknown = Taro.getStorageSync(nameOf(key))
    return kept === '' || kept === undefined || kept === null ? undefined : (kept as T)
  } catch {
    return undefined
  }
}

/** Best effort: a full or broken storage costs the draft, never the page. */
export function keep(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(nameOf(key), value)
  } catch {
    /* best effort */
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(nameOf(key))
  } catch {
    /* best effort */
  }
}
