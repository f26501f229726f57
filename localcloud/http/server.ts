import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { serveAdmin } from './admin'
import { serveCall } from './call'
import { serveControl } from './control'
import type { Exchange } from './exchange'
import { serveEvents, serveOutbox } from './messages'
import { serveStatic } from './static'
import { serveFile, servePut, serveUpload } from './files'

/**
 * Creates the process's only HTTP server. It serves this machine only: a foreign host name that resolves to
 * this address is refused.
 */
export function createHttpServer(cloud: Cloud): Server {
  const server = createServer((request, response) => {
    route(cloud, request, response).catch((error: unknown) => {
      console.error(error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'content-type': 'text/plain' }).end('internal error')
    })
  })
  server.keepAliveTimeout = 30_000
  return server
}

type Handler = (exchange: Exchange) => void | Promise<void>

/** Handlers by method and first segment of the path; serveControl has all other paths. */
const handlers: Record<string, Handler> = {
  'POST admin': serveAdmin,
  'POST call': serveCall,
  'POST upload': serveUpload,
  'PUT put': servePut,
  'GET file': serveFile,
  'GET outbox': serveOutbox,
  'GET events': serveEvents,
  'GET m': serveMiniProgram,
  'GET estate': ({ cloud, response, rest }) => serveStatic(response, cloud.options.estateDir, rest.join('/')),
  'GET ': ({ cloud, response }) => serveStatic(response, cloud.options.estateDir, 'index.html'),
}

async function route(cloud: Cloud, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOwnHost(request))
    return void response.writeHead(403, { 'content-type': 'text/plain' }).end('this host only')
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const [, first = '', ...rest] = safeDecode(url.pathname).split('/')
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const exchange: Exchange = { cloud, request, response, rest, url }
  const handler = handlers[`${method} ${first}`]
  if (handler) await handler(exchange)
  else await serveControl(exchange, `${request.method} ${[first, ...rest].join('/')}`)
}

/** The mini-program is a single-page app: every path without a file is its index.html. */
function serveMiniProgram({ cloud, response, rest, url }: Exchange): void | Promise<void> {
  if (rest.length > 0) return serveStatic(response, cloud.options.h5Dir, rest.join('/'), 'index.html')
  response.writeHead(302, { location: `/m/${url.search}` }).end()
}

/** Protects against DNS rebinding and against other sites that post to this one. */
function isOwnHost(request: IncomingMessage): boolean {
  const port = request.socket.localPort
  const own = [`127.0.0.1:${port}`, `localhost:${port}`]
  const { host = '', origin } = request.headers
  return (
    own.includes(host) &&
    (origin === undefined || request.method === 'GET' || own.includes(origin.replace(/^http:\/\//, '')))
  )
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
