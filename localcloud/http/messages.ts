import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { sendJson } from './exchange'

/** `GET /outbox?openid=`: the messages that WeChat would have delivered, newest last. */
export function serveOutbox(cloud: Cloud, response: ServerResponse, query: URLSearchParams): void {
  sendJson(response, cloud.outbox.list(query.get('openid') ?? undefined))
}

/** `GET /events`: the same as they come, as server-sent events. */
export function serveEvents(cloud: Cloud, request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    .write(': open\n\n')
  const stop = cloud.outbox.listen(message => response.write(`data: ${JSON.stringify(message)}\n\n`))
  request.on('close', stop)
}
