import { sendJson, type Exchange } from './exchange'

/** `GET /outbox?openid=`: the messages that WeChat would have delivered, newest last. */
export function serveOutbox({ cloud, response, url }: Exchange): void {
  sendJson(response, cloud.outbox.list(url.searchParams.get('openid') ?? undefined))
}

/** `GET /events`: new messages of the outbox as server-sent events. */
export function serveEvents({ cloud, request, response }: Exchange): void {
  response
    .writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    .write(': open\n\n')
  const stop = cloud.outbox.listen(message => response.write(`data: ${JSON.stringify(message)}\n\n`))
  request.on('close', stop)
}
