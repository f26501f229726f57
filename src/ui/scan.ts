import Taro from '@tarojs/taro'

const scene = /[hb][0-9A-Za-z]{20,31}/

/** The scene in what a code held or a person pasted: the scene itself, a path with `?scene=`, an address; empty: none. */
export const sceneIn = (text: string): string => scene.exec(/scene=([^&\s]+)/.exec(text)?.[1] ?? text.trim())?.[0] ?? ''

/** The scene of a windscreen's code; empty: none. */
export const carIn = (text: string): string => /m[0-9A-Za-z]{16,31}$/.exec(/scene=([^&\s]+)/.exec(text)?.[1] ?? text.trim())?.[0] ?? ''

/** What the camera read; null: closed without reading. WeChat only. */
export async function scanScene(): Promise<string | null> {
  try {
    const read = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode', 'wxCode'] as never })
    return (read as { path?: string }).path ?? read.result
  } catch {
    return null
  }
}
