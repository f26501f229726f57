import { noticeContract } from '@domain/notice/contract'
import { toPage } from '@domain/kernel/paging'
import { forbidden, invalid } from '@domain/kernel/failure'
import { readLetter } from '@domain/notice/letters'
import { messages, persons, type StoredMessage } from '../_kit/records'
import { action, serve } from '../_kit/serve'
import { op } from '../_kit/store'
import { templateIds } from '../_kit/templates'
import type { Lang } from '@domain/kernel/words'
import type { Message } from '@domain/notice/contract'

const viewMessage = ({ _id, at, read, link, kind, values }: StoredMessage, lang: Lang): Message =>
  ({ id: _id, at, read, link, ...readLetter(kind, values, lang) })

const inbox = action('notice', 'inbox', {
  async run({ input: { cursor, limit = 20 }, caller }) {
    const found = await messages.find({ to: caller.openid, ...(cursor ? { key: op.lt(cursor) } : {}) }, { orderBy: ['key', 'desc'], limit: limit + 1 })
    return toPage(found, limit, message => message.key, message => viewMessage(message, caller.lang))
  },
})

const unreadOf = async (openid: string): Promise<number> => (await messages.find({ to: openid, read: false }, { limit: 100 })).length

const read = action('notice', 'read', {
  async run({ input: { id }, caller, person }) {
    const held = await messages.change({ to: caller.openid, read: false, ...(id ? { _id: id } : {}) }, { read: true })
    if (id && !held) {
      if ((await messages.byId(id))?.to !== caller.openid) throw forbidden()
      return { unread: person?.unread ?? 0 }
    }
    const unread = id ? await unreadOf(caller.openid) : 0
    await persons.change({ _id: caller.openid }, { unread })
    return { unread }
  },
})

const unread = action('notice', 'unread', { run: async ({ caller }) => ({ unread: await unreadOf(caller.openid) }) })

/** The ledger: one accept is one message. A request that is sent again counts once. */
const consent = action('notice', 'consent', {
  async run({ input: { results }, person, requestKey, caller }) {
    const ours = new Set(Object.values(templateIds()))
    for (const template of Object.keys(results)) if (!ours.has(template)) throw invalid(`results.${template}`, '没有这个消息模板', 'No such template')
    const accepted = Object.entries(results).filter(([, answer]) => answer === 'accept').map(([template]) => template)
    const gains = Object.fromEntries(accepted.map(template => [`quota.${template}`, op.inc(1)]))
    const counted = await persons.change({ _id: caller.openid, marks: op.neq(requestKey) as never }, { ...gains, marks: op.push({ each: [requestKey], slice: -20 }) })
    const left = { ...person?.quota }
    if (counted) for (const template of accepted) left[template] = (left[template] ?? 0) + 1
    return { left }
  },
})

export const main = serve('notice', noticeContract, { inbox, read, unread, consent })
