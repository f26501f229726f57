import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join, normalize, sep } from 'node:path'
import { mimeOf } from './mime'

/** Sends a file of `dir`; for a missing file sends `fallback` (single-page app) or 404. */
export async function serveStatic(
  response: ServerResponse,
  dir: string,
  path: string,
  fallback?: string,
): Promise<void> {
  const file = normalize(join(dir, path || 'index.html'))
  const bytes = file.startsWith(normalize(dir + sep))
    ? await readFile(file).catch(() => undefined)
    : undefined
  if (bytes) {
    const type = mimeOf(file)
    response
      .writeHead(200, {
        'content-type': type,
        'cache-control': type.startsWith('text/html') ? 'no-cache' : 'max-age=60',
        'x-content-type-options': 'nosniff',
      })
      .end(bytes)
  } else if (fallback !== undefined && path !== fallback) {
    await serveStatic(response, dir, fallback)
  } else {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found')
  }
}
