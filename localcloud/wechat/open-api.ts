import type { Params } from '../documents/actions'
import { CloudError } from '../errors'
import { getUnlimited } from './codes'
import type { PhoneCodes } from './phone'
import { decodeCall, encodeReply } from './protobuf'
import { checkText, type MediaChecks } from './safety'
import type { Subscriptions } from './subscribe'
import { WxError } from './wx-error'

type Api = (input: Record<string, unknown>) => Record<string, unknown> | Promise<Buffer>

/** `cloud.openapi.*`: stands for the APIs of WeChat's servers that the product uses. */
export class OpenApi {
  private readonly apis: Record<string, Api>

  constructor(subscriptions: Subscriptions, media: MediaChecks, phones: PhoneCodes) {
    this.apis = {
      'subscribeMessage.send': input => subscriptions.send(input),
      'wxacode.getUnlimited': getUnlimited,
      'security.msgSecCheck': checkText,
      'security.mediaCheckAsync': input => media.check(input),
      'phonenumber.getPhoneNumber': input => phones.get(input),
    }
  }

  /**
   * Serves `wx.openApi` and returns the reply in protobuf. A refusal is a reply as well. Throws CloudError
   * for an unknown API.
   */
  async perform(params: Params): Promise<Buffer> {
    const name = String(params['apiName']).replace(/^openapi\./, '')
    const api = this.apis[name]
    if (!api || !Buffer.isBuffer(params['requestData']))
      throw new CloudError('INVALID_PARAM', `no such open API here: ${name}`)
    try {
      const result = await api(decodeCall(params['requestData']))
      return Buffer.isBuffer(result)
        ? encodeReply('image/png', result)
        : json({ errcode: 0, errmsg: 'ok', ...result })
    } catch (error) {
      if (error instanceof WxError) return json({ errcode: error.errcode, errmsg: error.message })
      throw error
    }
  }
}

function json(value: unknown): Buffer {
  return encodeReply('application/json', Buffer.from(JSON.stringify(value)))
}
