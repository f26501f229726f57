import { randomBytes } from 'node:crypto'
import { readBody, readLimited, sendFailure, sendJson, type Exchange } from './exchange'
import { mimeOf } from './mime'

const MOST_BYTES = 10 * 1024 * 1024

/** `POST /upload`: stands for `wx.cloud.uploadFile`. The body is the file, `?name=` gives its extension. */
export async function serveUpload({ cloud, request, response, url }: Exchange): Promise<void> {
  const openid = request.headers['x-wx-openid']
  const bytes = await readLimited(request, MOST_BYTES)
  if (!bytes) return sendFailure(response, 'INVALID_INPUT', 'a file is at most 10 MB', { body: 'too large' })
  if (typeof openid !== 'string' || !openid)
    return sendFailure(response, 'INVALID_INPUT', 'the header x-wx-openid must identify the caller', {
      'x-wx-openid': 'missing',
    })
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(`.${url.searchParams.get('name') ?? ''}`)?.[1]
  const path = `uploads/${randomBytes(16).toString('hex')}${extension ? `.${extension.toLowerCase()}` : ''}`
  const type = request.headers['content-type'] ?? mimeOf(path)
  sendJson(response, { fileID: cloud.storage.save(path, bytes, type, openid) })
}

/** `PUT /put/<token>`: the second half of the SDK's uploadFile, for which an empty answer means success. */
export async function servePut({ cloud, request, response, rest }: Exchange): Promise<void> {
  const bytes = await readBody(request, 50 * 1024 * 1024)
  const isKnown = cloud.storage.receive(rest.join('/'), bytes)
  response
    .writeHead(200)
    .end(
      isKnown
        ? ''
        : '<Error><Code>AccessDenied</Code><Message>unknown upload</Message><RequestId/><TraceId/></Error>',
    )
}

/** `GET /file/<path>?sign=`: a stored file by its signed URL. An uploaded file never runs as a page. */
export function serveFile({ cloud, response, rest, url }: Exchange): void {
  const found = cloud.storage.open(rest.join('/'), url.searchParams.get('sign'))
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
