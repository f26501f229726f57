import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'
import { CloudError } from '../errors'

/** Reads the parts of a form: text fields as strings, files as Buffers. */
export function readMultipart(request: IncomingMessage): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const parts: Record<string, unknown> = {}
    const form = busboy({ headers: request.headers })
    form.on('field', (name, value) => {
      parts[name] = value
    })
    form.on('file', (name, stream) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        parts[name] = Buffer.concat(chunks)
      })
    })
    form.on('close', () => resolve(parts))
    form.on('error', error => reject(new CloudError('INVALID_PARAM', String(error))))
    request.pipe(form)
  })
}
