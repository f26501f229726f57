import { Agent, request } from 'node:http'
import type { Reply } from '@domain/kernel/failure'

/** One call of a function by one user. */
export interface Call {
  as: string
  fn: string
  action: string
  input: object
}

const agent = new Agent({ keepAlive: true, maxSockets: 20 })
let count = 0

function post(url: string, openid: string, body: string): Promise<string> {
  return new Promise((done, fail) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-wx-openid': openid,
        },
      },
      response => {
        let text = ''
        response
          .setEncoding('utf8')
          .on('data', (piece: string) => {
            text += piece
          })
          .on('end', () => done(text))
          .on('error', fail)
      },
    )
    sent.on('error', fail).end(body)
  })
}

/** Makes the call and returns its data with the milliseconds it took. A failed call ends the benchmark. */
export async function make(
  url: string,
  { as, fn, action, input }: Call,
): Promise<{ ms: number; data: unknown }> {
  const body = JSON.stringify({ action, input, requestId: `bench-${String(process.pid)}-${String(count++)}` })
  const began = performance.now()
  const reply = JSON.parse(await post(`${url}/call/${fn}`, as, body)) as Reply<unknown>
  const ms = performance.now() - began
  if (!reply.ok) throw new Error(`${fn}.${action} as ${as}: ${JSON.stringify(reply.error)}`)
  return { ms, data: reply.data }
}

/** Makes the calls one after the other. */
export async function inTurn(url: string, calls: readonly Call[]): Promise<{ ms: number; data: unknown }[]> {
  const made = []
  for (const call of calls) made.push(await make(url, call))
  return made
}

/** Makes the calls with at most `width` concurrent; the results are in the order of the calls. */
export async function eachLimited(
  url: string,
  calls: readonly Call[],
  width: number,
): Promise<{ perSecond: number; results: { ms: number; data: unknown }[] }> {
  const results: { ms: number; data: unknown }[] = []
  const left = calls.entries()
  const began = performance.now()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const [n, call] of left) results[n] = await make(url, call)
    }),
  )
  return { perSecond: calls.length / ((performance.now() - began) / 1000), results }
}
