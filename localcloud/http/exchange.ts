import type { IncomingMessage, ServerResponse } from 'node:http'

/** The body was larger than what the path takes. */
export class TooLarge extends Error {}

/** Reads a body of at most `most` bytes; throws TooLarge, and reads on without keeping, so that the answer can be heard. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= most) chunks.push(chunk)
  }
  if (size > most) throw new TooLarge(`larger than ${most} bytes`)
  return Buffer.concat(chunks)
}

/** Parses a body as JSON; undefined if it is none. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  sendText(response, JSON.stringify(value), status)
}

/** Sends text that is JSON already. */
export function sendText(response: ServerResponse, json: string, status = 200): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(json)
}

/** The product's own envelope for a call that failed. */
export function sendFailure(
  response: ServerResponse,
  code: string,
  message: string,
  fields?: Record<string, string>,
): void {
  sendJson(response, { ok: false, error: { code, message, ...(fields && { fields }) } })
}
