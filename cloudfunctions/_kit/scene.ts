import { randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * A new scene, the value in a mini-program code: one letter for the kind and 24 random characters (about 140
 * bits); WeChat takes at most 32. The kinds: house, building, visitor pass, moving a car (挪车), event door.
 */
export function newScene(kind: 'h' | 'b' | 'v' | 'm' | 'e'): string {
  // 62 does not divide 256: bytes from 248 on are dropped, so that every character is equally likely.
  let scene = ''
  while (scene.length < 24)
    scene += [...randomBytes(32)]
      .filter(byte => byte < 248)
      .map(byte => alphabet[byte % 62])
      .join('')
  return kind + scene.slice(0, 24)
}
