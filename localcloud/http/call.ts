import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { APPID } from '../functions/identity'
import { FunctionFailure } from '../functions/instance'
import { parseJson, readBody, sendFailure, sendText, TooLarge } from './exchange'

const MOST_BYTES = 6 * 1024 * 1024
const OPENID = /^[A-Za-z0-9_-]{1,64}$/

/** `POST /call/<function>`: what `wx.cloud.callFunction` is in WeChat, which adds `userInfo` to the event; the header `x-wx-openid` says who calls. */
export async function serveCall(
  cloud: Cloud,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const openid = request.headers['x-wx-openid']
  const body = await readBody(request, MOST_BYTES).catch((error: unknown) => {
    if (error instanceof TooLarge) return undefined
    throw error
  })
  if (!body)
    return sendFailure(response, 'INVALID_INPUT', 'the body is larger than 6 MB', { body: 'too large' })
  if (typeof openid !== 'string' || !OPENID.test(openid)) {
    return sendFailure(response, 'INVALID_INPUT', 'the header x-wx-openid says who calls', {
      'x-wx-openid': 'missing or malformed',
    })
  }
  const data = parseJson(body)
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return sendFailure(response, 'INVALID_INPUT', 'the body is no JSON object', { body: 'malformed' })
  }
  if (!cloud.functions.has(name)) return sendFailure(response, 'FORBIDDEN', 'no such function')
  await call(cloud, response, name, data as Record<string, unknown>, openid)
}

async function call(
  cloud: Cloud,
  response: ServerResponse,
  name: string,
  data: Record<string, unknown>,
  openid: string,
): Promise<void> {
  try {
    const event = { ...data, userInfo: { appId: APPID, openId: openid } }
    const reply = await cloud.functions.call(name, JSON.stringify(event), { openid, source: 'wx_client' })
    cloud.subscriptions.noticeConsent(name, data, reply, openid)
    sendText(response, reply)
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error
    if (!cloud.options.quiet) console.error(`${name}: ${error.message}`)
    sendFailure(response, error.code, error.code === 'INTERNAL' ? 'the function failed' : error.message)
  }
}
