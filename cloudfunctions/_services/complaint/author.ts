import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { Refusal } from '@domain/kernel/failure'
import { deriveKeys } from '../../_kit/secret'

/**
 * The author of an anonymous complaint. The record holds a keyed hash, by which the author finds it again,
 * and a sealed envelope, which the manager can have opened. Without the environment's secret a reader of the
 * database learns nothing from either.
 */
const purpose = 'anlin-complaint'
const hashed = (key: Buffer, openid: string): string => createHmac('sha256', key).update(openid).digest('hex')

/** The author key of a new anonymous complaint of this person. */
export const anonymousKey = (openid: string): string => hashed(deriveKeys(purpose, 'author')[0], openid)
/** The author keys by which a person finds all their complaints, named and anonymous. */
export const authorKeys = (openid: string): string[] => [
  openid,
  ...deriveKeys(purpose, 'author').map(key => hashed(key, openid)),
]

export interface Author {
  name: string
  phone: string
  house: string | null
  /** The repair that the complaint is about; its house would reveal the author. */
  order: { id: string; no: string } | null
}
const ivBytes = 12
const tagBytes = 16
/** The length of every envelope is a multiple of this; bytes. */
const blockBytes = 1024

/** AES-256-GCM, bound to the complaint's id; iv, tag and text in base64. */
export function seal(author: Author, id: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', deriveKeys(purpose, 'seal')[0], iv).setAAD(Buffer.from(id))
  const json = Buffer.from(JSON.stringify(author))
  // Padded to one length in bytes: a long name, or one in Chinese, would be recognisable by its length.
  const text = Buffer.concat([json, Buffer.alloc(blockBytes - (json.length % blockBytes), ' ')])
  const body = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
}

/** @throws Refusal UNAVAILABLE when the secret that sealed it is gone from the environment */
export function unseal(sealed: string, id: string): Author {
  const bytes = Buffer.from(sealed, 'base64')
  for (const key of deriveKeys(purpose, 'seal')) {
    try {
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes))
        .setAAD(Buffer.from(id))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
      return JSON.parse(
        Buffer.concat([cipher.update(bytes.subarray(ivBytes + tagBytes)), cipher.final()])
          .toString()
          .trim(),
      ) as Author
    } catch {
      continue
    }
  }
  throw new Refusal('UNAVAILABLE')
}
