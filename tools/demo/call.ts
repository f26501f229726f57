import { createHash } from 'node:crypto'

/**
 * Calls an action as a user and returns its data. Idempotent: the same call has the same request ID. Throws
 * if it is refused.
 */
export type Call = <T extends { id: string } = { id: string }>(
  openid: string,
  fn: string,
  action: string,
  input: object,
) => Promise<T>

/** Writes the demonstration of one service. Each file of tools/demo/services exports one as `demonstrate`. */
export type Demonstrate = (call: Call) => Promise<void>

export const callsTo =
  (url: string): Call =>
  async <T>(openid: string, fn: string, action: string, input: object): Promise<T> => {
    const requestId = createHash('sha256')
      .update(JSON.stringify([openid, fn, action, input]))
      .digest('hex')
      .slice(0, 32)
    const response = await fetch(`${url}/call/${fn}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
      body: JSON.stringify({ action, input, requestId }),
    })
    const reply = (await response.json()) as { ok: boolean; data?: T; error?: object }
    if (!reply.ok || !reply.data)
      throw new Error(`demonstration data: ${fn}.${action}: ${JSON.stringify(reply.error)}`)
    return reply.data
  }
