import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'

/** One HTTP request and everything that a handler needs to answer it. */
export interface Exchange {
  cloud: Cloud
  request: IncomingMessage
  response: ServerResponse
  /** The decoded segments of the path after the first: `['a', 'b']` in `/file/a/b`, none in `/m`. */
  rest: readonly string[]
  url: URL
}

/** The body was larger than the path allows. */
export class TooLarge extends Error {}

/**
 * Reads a body of at most `most` bytes. Throws TooLarge for a larger one, but only after the whole body has
 * been received, so that the client can read the answer.
 */
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

/** Like readBody, but returns undefined for a body that is too large. */
export async function readLimited(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  try {
    return await readBody(request, most)
  } catch (error) {
    if (error instanceof TooLarge) return undefined
    throw error
  }
}

/** Parses a body as JSON; undefined if it is not JSON. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

/** Levels of a call's data: deeper than any input, and far below what overflows the stack of a parser. */
const mostLevels = 100

/** Whether a parsed value is nested deeper than a call may be. */
export function isTooDeep(value: unknown): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) return true
    level = level.flatMap(each =>
      typeof each === 'object' && each !== null ? (Object.values(each) as unknown[]) : [],
    )
  }
  return false
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  sendText(response, JSON.stringify(value), status)
}

/** Sends text that is already JSON. */
export function sendText(response: ServerResponse, json: string, status = 200): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(json)
}

/** Sends the product's own envelope for a failed call. */
export function sendFailure(
  response: ServerResponse,
  code: string,
  message: string,
  fields?: Record<string, string>,
): void {
  sendJson(response, { ok: false, error: { code, message, ...(fields && { fields }) } })
}
