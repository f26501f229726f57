import type { Clock } from '../clock'
import { WxError } from './wx-error'

const CODE = /^demo-phone-(1\d{10})(?:-\w{1,32})?$/
const VALID_MS = 5 * 60_000

/**
 * `phonenumber.getPhoneNumber`: a code is `demo-phone-<11 digits>` and can be used once. In WeChat a code
 * also expires after five minutes. Here the same code can be used again five minutes after its first use.
 */
export class PhoneCodes {
  private readonly used = new Map<string, number>()

  constructor(private readonly clock: Clock) {}

  get(input: Record<string, unknown>): Record<string, unknown> {
    const code = typeof input['code'] === 'string' ? input['code'] : ''
    const phone = CODE.exec(code)?.[1]
    const usedAt = this.used.get(code)
    if (!phone || (usedAt !== undefined && this.clock.now() - usedAt < VALID_MS))
      throw new WxError(40029, 'invalid code')
    this.used.set(code, this.clock.now())
    const watermark = { timestamp: Math.floor(this.clock.now() / 1000), appid: 'local' }
    return { phone_info: { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark } }
  }
}
