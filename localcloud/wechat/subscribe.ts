import type { Clock } from '../clock'
import type { Database } from '../documents/database'
import type { Outbox } from './outbox'
import { templates } from './templates'
import { isAllowedValue } from './value-types'
import { WxError } from './wx-error'

type Input = Record<string, unknown>

/** Subscribe messages: one consent allows one message, and each value must match its type. */
export class Subscriptions {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    database.sqlite.exec(
      'CREATE TABLE IF NOT EXISTS message_quota (openid TEXT, template TEXT, remaining INTEGER, PRIMARY KEY (openid, template))',
    )
  }

  /**
   * `subscribeMessage.send`. Throws WxError: 40003 openid, 40037 template, 47003 value, 43101 nothing left.
   */
  send(input: Input): Record<string, never> {
    const {
      touser,
      template_id: templateId,
      page = '',
      data,
      lang = 'zh_CN',
    } = input as Record<string, string>
    if (!touser) throw new WxError(40003, 'invalid openid')
    const template = templates.find(({ id }) => id === templateId)
    if (!template) throw new WxError(40037, 'invalid template_id')
    const values = checkValues(template.keywords, data)
    this.database.atomically(() => {
      const spent = this.database.sqlite
        .prepare(
          'UPDATE message_quota SET remaining = remaining - 1 WHERE openid = ? AND template = ? AND remaining > 0',
        )
        .run(touser, template.id)
      if (!spent.changes) throw new WxError(43101, 'user refuse to accept the msg')
      this.outbox.deliver({
        openid: touser,
        templateId: template.id,
        page,
        data: values,
        lang,
        at: new Date(this.clock.now()).toISOString(),
      })
    })
    return {}
  }

  /** Records one consent for the template from each user, as given in WeChat's own dialogue. */
  acceptAll(openids: readonly string[], template: string): void {
    this.database.atomically(() => openids.forEach(openid => this.accept(openid, template)))
  }

  private accept(openid: string, template: string): void {
    this.database.sqlite
      .prepare(
        'INSERT INTO message_quota VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET remaining = remaining + 1',
      )
      .run(openid, template)
  }

  /**
   * Replaces WeChat's dialogue, which does not exist here: the app's own report of the user's choice counts
   * as consent once the function has accepted it.
   */
  recordConsent(name: string, data: Input, reply: string, openid: string): void {
    if (name !== 'notice' || data['action'] !== 'consent') return
    const results = (data['input'] as { results?: Record<string, unknown> } | undefined)?.results ?? {}
    if ((JSON.parse(reply) as { ok?: unknown } | null)?.ok !== true) return
    for (const [template, result] of Object.entries(results))
      if (result === 'accept') this.accept(openid, template)
  }
}

/** Returns the values of all keywords; throws WxError 47003 for a missing, unknown or invalid one. */
function checkValues(keywords: string[], data: unknown): Record<string, { value: string }> {
  const given = (typeof data === 'object' && data !== null ? data : {}) as Record<
    string,
    { value?: unknown } | undefined
  >
  const extra = Object.keys(given).find(key => !keywords.includes(key))
  if (extra) throw new WxError(47003, `argument invalid! data.${extra} is not a keyword of the template`)
  return Object.fromEntries(
    keywords.map(keyword => {
      const value = given[keyword]?.value
      const text = typeof value === 'number' ? String(value) : value
      if (typeof text !== 'string' || !isAllowedValue(keyword, text))
        throw new WxError(47003, `argument invalid! data.${keyword}.value invalid`)
      return [keyword, { value: text }]
    }),
  )
}
