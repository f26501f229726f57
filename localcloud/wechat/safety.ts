import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import { APPID } from '../functions/identity'
import type { Functions } from '../functions/functions'
import type { Storage } from '../storage/storage'
import { WxError } from './wx-error'

const RISKY_WORDS = ['违规测试', 'forbidden-test']
const RISKY_MARK = 'RISKY-TEST'
const RISKY_LABEL = 20001
const PASS = { suggest: 'pass', label: 100 }
const RISKY = { suggest: 'risky', label: RISKY_LABEL }

type Input = Record<string, unknown>

/** `security.msgSecCheck`, version 2: a text is risky if it contains one of a few test words. */
export function checkText(input: Input): Record<string, unknown> {
  const { content, openid, version, scene } = input
  if (version !== 2) throw new WxError(40097, 'invalid args: version')
  if (typeof openid !== 'string' || !openid) throw new WxError(40003, 'invalid openid')
  if (typeof scene !== 'number' || scene < 1 || scene > 4) throw new WxError(40097, 'invalid args: scene')
  if (typeof content !== 'string' || !content || [...content].length > 2500)
    throw new WxError(40097, 'invalid args: content')
  const result = RISKY_WORDS.some(word => content.includes(word)) ? RISKY : PASS
  return {
    result,
    detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
    trace_id: randomUUID(),
  }
}

/** `security.mediaCheckAsync`: the result comes later as WeChat's event to the function `safety`. */
export class MediaChecks {
  private readonly timers = new Set<NodeJS.Timeout>()

  constructor(
    private readonly functions: Functions,
    private readonly storage: Storage,
    private readonly clock: Clock,
    private readonly delayMs: number,
  ) {}

  check(input: Input): Record<string, unknown> {
    const { media_url: url, openid, version } = input
    if (version !== 2) throw new WxError(40097, 'invalid args: version')
    if (typeof openid !== 'string' || !openid) throw new WxError(40003, 'invalid openid')
    const found = this.storage.openUrl(String(url))
    if (!found) throw new WxError(40097, 'invalid args: media_url')
    const traceId = randomUUID()
    const result = found.bytes.includes(RISKY_MARK) ? RISKY : PASS
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      void this.sendResult(traceId, openid, result)
    }, this.delayMs)
    this.timers.add(timer)
    return { trace_id: traceId }
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer)
  }

  private async sendResult(traceId: string, openid: string, result: typeof PASS): Promise<void> {
    if (!this.functions.has('safety')) return
    const event = {
      ToUserName: 'gh_local',
      FromUserName: openid,
      CreateTime: Math.floor(this.clock.now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: APPID,
      trace_id: traceId,
      version: 2,
      result,
    }
    await this.functions
      .call('safety', JSON.stringify(event), { source: 'wx_push' })
      .catch((error: unknown) => console.error(String(error)))
  }
}
