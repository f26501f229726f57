import { createHash } from 'node:crypto'

/** Calls an action as a person and gives its answer; the same call again changes nothing. Throws when it is refused. */
export type Call = <T extends { id: string } = { id: string }>(
  openid: string,
  fn: string,
  action: string,
  input: object,
) => Promise<T>

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
