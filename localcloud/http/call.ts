import { APPID } from '../functions/identity'
import { FunctionFailure } from '../functions/instance'
import { isTooDeep, parseJson, readLimited, sendFailure, sendText, type Exchange } from './exchange'

const MOST_BYTES = 6 * 1024 * 1024
const OPENID = /^[A-Za-z0-9_-]{1,64}$/

interface FunctionCall {
  name: string
  data: Record<string, unknown>
  openid: string
}

/**
 * `POST /call/<function>`: stands for `wx.cloud.callFunction`. The header `x-wx-openid` identifies the
 * caller; WeChat adds `userInfo` to the event, and so does this.
 */
export async function serveCall(exchange: Exchange): Promise<void> {
  const { cloud, request, response, rest } = exchange
  const name = rest.join('/')
  const openid = request.headers['x-wx-openid']
  const body = await readLimited(request, MOST_BYTES)
  if (!body)
    return sendFailure(response, 'INVALID_INPUT', 'the body is larger than 6 MB', { body: 'too large' })
  if (typeof openid !== 'string' || !OPENID.test(openid)) {
    return sendFailure(response, 'INVALID_INPUT', 'the header x-wx-openid must identify the caller', {
      'x-wx-openid': 'missing or malformed',
    })
  }
  const data = parseJson(body)
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return sendFailure(response, 'INVALID_INPUT', 'the body is not a JSON object', { body: 'malformed' })
  }
  if (isTooDeep(data))
    return sendFailure(response, 'INVALID_INPUT', 'the body is nested too deeply', {
      body: 'nested too deeply',
    })
  if (!cloud.functions.has(name)) return sendFailure(response, 'FORBIDDEN', 'no such function')
  await callFunction(exchange, { name, data: data as Record<string, unknown>, openid })
}

async function callFunction(
  { cloud, response }: Exchange,
  { name, data, openid }: FunctionCall,
): Promise<void> {
  try {
    const event = { ...data, userInfo: { appId: APPID, openId: openid } }
    const reply = await cloud.functions.call(name, JSON.stringify(event), { openid, source: 'wx_client' })
    cloud.subscriptions.recordConsent(name, data, reply, openid)
    sendText(response, reply)
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error
    if (!cloud.options.quiet) console.error(`${name}: ${error.message}`)
    sendFailure(response, error.code, error.code === 'INTERNAL' ? 'the function failed' : error.message)
  }
}
