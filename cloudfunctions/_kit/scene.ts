import { randomBytes } from 'node:crypto'
import type { Mark } from '@domain/notice/outbox'
import { deriveKeys } from './secret'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const length = 24

/** The kinds of scenes: house, building, visitor pass, moving a car (挪车), event door. */
type Kind = 'h' | 'b' | 'v' | 'm' | 'e'

/** 62 does not divide 256: bytes from 248 on are dropped, so that every character is equally likely. */
const toCharacters = (bytes: Buffer): string =>
  [...bytes]
    .filter(byte => byte < 248)
    .map(byte => alphabet[byte % 62])
    .join('')

function drawScene(kind: Kind, nextBytes: () => Buffer): string {
  let scene = ''
  while (scene.length < length) scene += toCharacters(nextBytes())
  return kind + scene.slice(0, length)
}

/**
 * A new scene, the value in a mini-program code: one letter for the kind and 24 random characters (about 140
 * bits); WeChat takes at most 32.
 */
export const newScene = (kind: Kind): string => drawScene(kind, () => randomBytes(32))

/** The scene that a request makes: the same when it is repeated, and not to be guessed without the secret. */
export function sceneOfRequest(kind: Kind, { key }: Mark): string {
  let n = 0
  return drawScene(kind, () => deriveKeys('anlin-scene', `${key}|${String(n++)}`)[0])
}
