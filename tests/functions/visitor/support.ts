import { makePayload } from '@domain/visitor/code'
import type { PassView } from '@domain/visitor/contract'
import { fromHex } from '@domain/visitor/hex'
import { keyOf } from '../../support/pass-phone'
import type { Estate } from '../support/estate'

type Ok = Estate['ok']

/** Issues a pass of the demonstration's owner, by default for one visit within the next hour. */
export function aPass(ok: Ok, more: object = {}, from = Date.now(), hours = 1): Promise<PassView> {
  return ok('demo-owner', 'visitor', 'create', {
    houseId: 'tianma-1',
    name: '张三',
    party: 2,
    kind: 'once',
    from: new Date(from - 60_000).toISOString(),
    to: new Date(from + hours * 3_600_000).toISOString(),
    ...more,
  })
}

let made = 0
/** Opens the pass's card on a new phone, which can then show codes. */
export async function openOn(ok: Ok, pass: PassView, openid = `guest-${pass.id.slice(0, 8)}`) {
  const holder = keyOf(new Uint8Array(32).fill(++made))
  const held = await ok(openid, 'visitor', 'open', { token: pass.shareToken, key: holder.public })
  if (held.certificate === null) throw new Error('no certificate')
  const certificate = fromHex(held.certificate)
  return { held, show: (now = Date.now()): string => makePayload(certificate, now, holder.sign) }
}
