import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { readBody, sendFailure, sendJson, TooLarge } from './exchange'
import { mimeOf } from './mime'

const MOST_BYTES = 10 * 1024 * 1024

/** `POST /upload`: what `wx.cloud.uploadFile` is in WeChat; the body is the file, `?name=` gives its extension. */
export async function serveUpload(
  cloud: Cloud,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  const openid = request.headers['x-wx-openid']
  const bytes = await limited(request)
  if (!bytes) return sendFailure(response, 'INVALID_INPUT', 'a file is 10 MB at most', { body: 'too large' })
  if (typeof openid !== 'string' || !openid)
    return sendFailure(response, 'INVALID_INPUT', 'the header x-wx-openid says who uploads', {
      'x-wx-openid': 'missing',
    })
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(`.${query.get('name') ?? ''}`)?.[1]
  const path = `uploads/${randomBytes(16).toString('hex')}${extension ? `.${extension.toLowerCase()}` : ''}`
  const type = request.headers['content-type'] ?? mimeOf(path)
  sendJson(response, { fileID: cloud.storage.save(path, bytes, type, openid) })
}

/** The second half of the SDK's uploadFile; an empty answer means that it worked. */
export async function servePut(
  cloud: Cloud,
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
): Promise<void> {
  const bytes = await readBody(request, 50 * 1024 * 1024)
  const known = cloud.storage.receive(token, bytes)
  response
    .writeHead(200)
    .end(
      known
        ? ''
        : '<Error><Code>AccessDenied</Code><Message>unknown upload</Message><RequestId/><TraceId/></Error>',
    )
}

/** A stored file by its signed URL. What a person uploaded is never run as a page. */
export function serveFile(
  cloud: Cloud,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): void {
  const found = cloud.storage.open(path, query.get('sign'))
  if (!found) return void response.writeHead(404).end()
  response
    .writeHead(200, {
      'content-type': found.file.type,
      'content-length': found.bytes.length,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
    })
    .end(found.bytes)
}

async function limited(request: IncomingMessage): Promise<Buffer | undefined> {
  try {
    return await readBody(request, MOST_BYTES)
  } catch (error) {
    if (error instanceof TooLarge) return undefined
    throw error
  }
}
