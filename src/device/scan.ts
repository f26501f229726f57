import Taro from '@tarojs/taro'

/** What a code held or a person pasted may be: the scene itself, a path with `?scene=`, an address. */
const held = (text: string): string => /scene=([^&\s]+)/.exec(text)?.[1] ?? text.trim()

/** The scene of a house or a building; empty: none. */
export const sceneIn = (text: string): string => /[hb][0-9A-Za-z]{20,31}/.exec(held(text))?.[0] ?? ''

/** The scene of a windscreen's code; empty: none. */
export const carIn = (text: string): string => /m[0-9A-Za-z]{16,31}$/.exec(held(text))?.[0] ?? ''

/** The scene of the code at an event's door; empty: none. */
export const doorIn = (text: string): string => /^e[0-9A-Za-z]{20,31}$/.exec(held(text))?.[0] ?? ''

/** What the camera read; null: closed without reading. WeChat only. */
export async function scanScene(): Promise<string | null> {
  try {
    // Taro's types lack 'wxCode', WeChat's own round code, and say that `path` is always there.
    const scanType = ['qrCode', 'wxCode'] as never
    const read: { path?: string; result: string } = await Taro.scanCode({ onlyFromCamera: true, scanType })
    return read.path ?? read.result
  } catch {
    return null
  }
}
