import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { serveAdmin } from './admin'
import { serveCall } from './call'
import { serveControl } from './control'
import { serveEvents, serveOutbox } from './messages'
import { serveStatic } from './static'
import { serveFile, servePut, serveUpload } from './files'

/** The process's one HTTP server. It answers this machine only: a name that resolves here from outside is refused. */
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

async function route(cloud: Cloud, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOwnHost(request))
    return void response.writeHead(403, { 'content-type': 'text/plain' }).end('this host only')
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const [, first = '', ...rest] = safeDecode(url.pathname).split('/')
  const tail = rest.join('/')
  switch (`${request.method === 'HEAD' ? 'GET' : request.method} ${first}`) {
    case 'POST admin':
      return serveAdmin(cloud, request, response, rest[0])
    case 'POST call':
      return serveCall(cloud, request, response, tail)
    case 'POST upload':
      return serveUpload(cloud, request, response, url.searchParams)
    case 'PUT put':
      return servePut(cloud, request, response, tail)
    case 'GET file':
      return serveFile(cloud, response, tail, url.searchParams)
    case 'GET outbox':
      return serveOutbox(cloud, response, url.searchParams)
    case 'GET events':
      return serveEvents(cloud, request, response)
    case 'GET m':
      return rest.length
        ? serveStatic(response, cloud.options.h5Dir, tail, 'index.html')
        : redirect(response, `/m/${url.search}`)
    case 'GET estate':
      return serveStatic(response, cloud.options.estateDir, tail)
    case 'GET ':
      return serveStatic(response, cloud.options.estateDir, 'index.html')
    default:
      return serveControl(cloud, request, response, `${request.method} ${[first, ...rest].join('/')}`)
  }
}

/** Against DNS rebinding, and against other sites that post to this one. */
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

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end()
}
