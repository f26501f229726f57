import { fromHex, toHex } from '@domain/visitor/hex'
import type { Held } from '@domain/visitor/contract'
import { CallFailed, cloud } from '@/cloud/client'
import { keep, recall } from '@/state/keep'
import { publicKeyOf } from './ed25519'
import { randomBytes } from './random'

/** A pass on the guest's phone. The secret is generated here and never leaves the phone. */
export interface KeptPass {
  held: Held
  secret: string
  /** How far the estate's clock is ahead of this phone's, in ms. */
  ahead: number
}

const nameOf = (token: string): string => `pass.${token}`

async function newSecret(): Promise<string> {
  return toHex(await randomBytes(32))
}

/**
 * Opens the card; without a network, from the copy on this phone.
 * @throws CallFailed when the card cannot be opened and never was
 */
export async function openPass(token: string): Promise<KeptPass> {
  const kept = recall<KeptPass>(nameOf(token))
  const secret = kept?.secret ?? (await newSecret())
  try {
    const held = await cloud.visitor.open({ token, key: toHex(publicKeyOf(fromHex(secret))) })
    const opened = { held, secret, ahead: Date.parse(held.now) - Date.now() }
    keep(nameOf(token), opened)
    return opened
  } catch (error) {
    if (kept && error instanceof CallFailed && error.failure.code === 'UNAVAILABLE') return kept
    throw error
  }
}
