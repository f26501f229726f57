import type { IncomingMessage, ServerResponse } from 'node:http'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cloud } from '../cloud'
import type { Params } from '../documents/actions'
import { CloudError, toFailure } from '../errors'
import { FunctionFailure, type Call, type Instance } from '../functions/instance'
import { readMultipart } from './multipart'
import { parseJson, readBody, sendJson } from './exchange'

const MOST_BYTES = 32 * 1024 * 1024
const SLOW_MS = 400

interface Answer {
  body: Record<string, unknown> | Buffer
  cutOff?: boolean
}

/** What each call has asked of the database so far. */
const spent = new WeakMap<Call, { requests: number; examined: number }>()

/** The SDK's own protocol: `POST /admin` with `{ action, … }`; a failure is HTTP 200 with `{ code, message }`. */
export async function serveAdmin(
  cloud: Cloud,
  request: IncomingMessage,
  response: ServerResponse,
  instanceId: string | undefined,
): Promise<void> {
  const requestId = randomUUID()
  try {
    const params = await readParams(request)
    const { body, cutOff } = await perform(cloud, params, cloud.functions.instance(instanceId))
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
    throw new CloudError('INVALID_PARAM', 'the body is no JSON object')
  return params as Params
}

async function perform(cloud: Cloud, params: Params, instance: Instance | undefined): Promise<Answer> {
  const action = String(params['action'])
  const [kind, name = ''] = action.split('.')
  switch (kind) {
    case 'database':
      return performDatabase(cloud, action, name, params, instance?.call)
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
  action: string,
  name: string,
  params: Params,
  call: Call | undefined,
): Promise<Answer> {
  const key = call?.action ?? 'admin'
  const sums = (call && spent.get(call)) ?? { requests: 0, examined: 0 }
  if (call) spent.set(call, sums)
  cloud.stats.requested(key, ++sums.requests)
  const fault = cloud.faults.hit(action, key)
  if (fault === 'error')
    throw new CloudError('SYS_ERR', 'the database is not available (a fault made to order)')
  if (fault === 'slow') await sleep(SLOW_MS)
  const body = cloud.database.perform(name, params, (cost, collection, query) => {
    sums.examined += cost.examined
    cloud.stats.examined(
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
  if (fault === 'error') throw new CloudError('SYS_ERR', 'WeChat is not available (a fault made to order)')
  if (fault === 'slow') await sleep(SLOW_MS)
  return { body: await cloud.openApi.perform(params), cutOff: fault === 'timeout-after-write' }
}

/** One function calls another: the person stays, the chain of sources grows. */
async function invoke(
  cloud: Cloud,
  params: Params,
  instance: Instance | undefined,
): Promise<Record<string, unknown>> {
  const name = String(params['function_name'])
  if (!cloud.functions.has(name))
    throw new CloudError('FUNCTIONS_EXECUTE_FAIL', `FunctionName parameter could not be found: ${name}`)
  const caller = instance?.call?.caller
  try {
    const response = await cloud.functions.call(name, String(params['request_data'] || '{}'), {
      openid: caller?.openid,
      source: caller ? `${caller.source},scf` : 'scf',
    })
    return { data: { response_data: response } }
  } catch (error) {
    if (error instanceof FunctionFailure) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', error.message)
    throw error
  }
}
