import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { makePayload } from '@domain/visitor/code'
import { fromHex } from '@domain/visitor/hex'
import type { MeasureService } from '../bench'
import type { Call } from '../client'

interface Pass {
  id: string
  shareToken: string
  shortCode: string
}
const gate = '南门'

/** Takes passes from the invitation to the exit. Each is scanned once, by a code of the guest's phone. */
export const measureService: MeasureService = async ({ all, measure, same }) => {
  const calls = (as: string, action: string, inputs: readonly object[]): Call[] =>
    inputs.map(input => ({ as, fn: 'visitor', action, input }))
  const at = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()
  // A house may have 30 valid passes at once, so at most 28 are measured.
  const rows = Array.from({ length: Math.min(all, 28) }, (_, n) => ({
    houseId: 'tianma-1',
    name: `访客 ${String(n)}`,
    party: 1,
    kind: 'once',
    from: at(-1),
    to: at(2),
  }))
  const made = (await measure(calls('demo-owner', 'create', rows))) as Pass[]
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('hex')
  const secret = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }))
  const opened = (await measure(
    made.map(({ shareToken }): Call => ({
      as: 'a-guest',
      fn: 'visitor',
      action: 'open',
      input: { token: shareToken, key },
    })),
  )) as { certificate: string }[]
  await measure(same('demo-guard', 'visitor', 'gateKit', {}))
  const payloads = opened.map(({ certificate }) =>
    makePayload(fromHex(certificate), Date.now(), message => sign(null, message, secret)),
  )
  const entries = (await measure(
    calls(
      'demo-guard',
      'scan',
      payloads.map(payload => ({ payload, gate })),
    ),
  )) as { entryId?: string }[]
  await measure(same('demo-guard', 'visitor', 'inside', {}))
  await measure(
    calls(
      'demo-guard',
      'leave',
      entries.flatMap(({ entryId }) => (entryId ? [{ entryId, gate }] : [])),
    ),
  )
  await measure(same('demo-owner', 'visitor', 'list', {}))
  await measure(
    made.map(({ id }): Call => ({ as: 'demo-owner', fn: 'visitor', action: 'get', input: { id } })),
  )
  await measure(same('demo-guard', 'visitor', 'log', { from: at(-24), to: at(24) }))
}
