import { randomBytes } from 'node:crypto'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * What a code carries: 24 letters of chance (some 140 bits) behind the kind; WeChat takes 32 characters. A
 * house, a building, a visitor's pass, a car (挪车), an event's door.
 */
export function newScene(kind: 'h' | 'b' | 'v' | 'm' | 'e'): string {
  // 62 does not divide 256; leaving 248 and above out keeps every letter as likely.
  let scene = ''
  while (scene.length < 24)
    scene += [...randomBytes(32)]
      .filter(byte => byte < 248)
      .map(byte => letters[byte % 62])
      .join('')
  return kind + scene.slice(0, 24)
}
