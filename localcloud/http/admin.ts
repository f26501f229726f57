import type { IncomingMessage } from 'node:http'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cloud } from '../cloud'
import type { Params } from '../documents/actions'
import { CloudError, toFailure } from '../errors'
import { FunctionFailure, type Call, type Instance } from '../functions/instance'
import { readMultipart } from './multipart'
import { parseJson, readBody, sendJson, type Exchange } from './exchange'

const MOST_BYTES = 32 * 1024 * 1024
const SLOW_MS = 400

interface Answer {
  body: Record<string, unknown> | Buffer
  /** The connection is closed instead of sending the body: a fault. */
  cutOff?: boolean
}

/** The database requests and the documents examined for each call so far. */
const costs = new WeakMap<Call, { requests: number; examined: number }>()

/**
 * `POST /admin/<instance>`: the SDK's own protocol, `{ action, … }`. A failure is HTTP 200 with `{ code,
 * message }`. The path without an instance is for requests that do not come from a function.
 */
export async function serveAdmin({ cloud, request, response, rest }: Exchange): Promise<void> {
  const requestId = randomUUID()
  try {
    const params = await readParams(request)
    const { body, cutOff } = await perform(cloud, params, cloud.functions.instance(rest[0]))
    if (cutOff) request.socket.destroy()
    else if (Buffer.isBuffer(body))
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(body)
    else sendJson(response, { requestId, ...body })
  } catch (error) {
    sendJson(response, { requestId, ...toFailure(error) })
  }
}

async function readParams(request: IncomingMessage): Promise<Params> {
  if (request.headers['content-type']?.startsWith('multipart/')) return readMultipart(request)
  const params = parseJson(await readBody(request, MOST_BYTES))
  if (typeof params !== 'object' || params === null)
    throw new CloudError('INVALID_PARAM', 'the body is not a JSON object')
  return params as Params
}

async function perform(cloud: Cloud, params: Params, instance: Instance | undefined): Promise<Answer> {
  const action = String(params['action'])
  const [kind, name = ''] = action.split('.')
  switch (kind) {
    case 'database':
      return performDatabase(cloud, params, name, instance?.call)
    case 'functions':
      return { body: await invoke(cloud, params, instance) }
    case 'storage':
      return { body: cloud.storage.perform(name, params) }
    case 'wx':
      return performOpenApi(cloud, params)
    default:
      throw new CloudError('INVALID_PARAM', `unknown action ${action}`)
  }
}

async function performDatabase(
  cloud: Cloud,
  params: Params,
  name: string,
  call: Call | undefined,
): Promise<Answer> {
  const key = call?.action ?? 'admin'
  const sums = (call && costs.get(call)) ?? { requests: 0, examined: 0 }
  if (call) costs.set(call, sums)
  cloud.stats.recordRequest(key, ++sums.requests)
  const fault = cloud.faults.hit(`database.${name}`, key, params['collectionName'])
  if (fault === 'error') throw new CloudError('SYS_ERR', 'the database is not available (injected fault)')
  if (fault === 'slow') await sleep(SLOW_MS)
  const body = cloud.database.perform(name, params, (cost, collection, query) => {
    sums.examined += cost.examined
    cloud.stats.recordRead(
      key,
      cost,
      sums.examined,
      `${collection} ${JSON.stringify(Object.keys(query as object))}`,
    )
  })
  return { body, cutOff: fault === 'timeout-after-write' }
}

async function performOpenApi(cloud: Cloud, params: Params): Promise<Answer> {
  const fault = cloud.faults.hitOpenApi()
  if (fault === 'error') throw new CloudError('SYS_ERR', 'WeChat is not available (injected fault)')
  if (fault === 'slow') await sleep(SLOW_MS)
  return { body: await cloud.openApi.perform(params), cutOff: fault === 'timeout-after-write' }
}

/** One function calls another: the caller stays the same, the source chain grows by `,scf`. */
async function invoke(
  cloud: Cloud,
  params: Params,
  instance: Instance | undefined,
): Promise<Record<string, unknown>> {
  const name = String(params['function_name'])
  if (!cloud.functions.has(name))
    throw new CloudError('FUNCTIONS_EXECUTE_FAIL', `FunctionName parameter could not be found: ${name}`)
  const caller = instance?.call?.caller
  const event = params['request_data']
  try {
    const response = await cloud.functions.call(name, typeof event === 'string' && event ? event : '{}', {
      openid: caller?.openid,
      source: caller ? `${caller.source},scf` : 'scf',
    })
    return { data: { response_data: response } }
  } catch (error) {
    if (error instanceof FunctionFailure) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', error.message)
    throw error
  }
}
