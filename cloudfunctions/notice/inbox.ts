import { estateKey, houseKey } from '@domain/kernel/addresses'
import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import type { Caller } from '@domain/kernel/people'
import type { Lang } from '@domain/kernel/words'
import type { Message } from '@domain/notice/contract'
import { renderMessage } from '@domain/notice/render-message'
import { persons, type Person } from '../_kit/records'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { listGroups } from '../_messages/audience'
import { isRead, readUnreadNotices } from '../_messages/read-unread'
import { noticeReads, readId, messages, type StoredMessage } from '../_messages/records'

const viewMessage = (message: StoredMessage, person: Person | null, lang: Lang, now: Date): Message => ({
  id: message._id,
  at: message.at,
  read: isRead(message, person, now),
  pinned: message.pinned ?? false,
  link: message.link,
  ...renderMessage(message.kind, message.values, lang),
})

/**
 * One query, however many notices there are: a notice is one row for all its readers, found by the groups of
 * the caller.
 */
export const inbox = action('notice', 'inbox', {
  async run({ input: { cursor, limit = 20 }, caller, person, now }) {
    const to = op.in([caller.openid, ...listGroups(caller)])
    const found = await messages.find(
      { to, ...(cursor ? { key: op.lt(cursor) } : {}) },
      { orderBy: ['key', 'desc'], limit: limit + 1 },
    )
    return toPage(
      found,
      limit,
      message => message.key,
      message => viewMessage(message, person, caller.lang, now),
    )
  },
})

const ownUnread = async (openid: string): Promise<number> =>
  (await messages.find({ to: openid, read: false }, { limit: 100 })).length

export const unread = action('notice', 'unread', {
  async run({ caller, person, now }) {
    const notices = await readUnreadNotices(caller, person, now)
    return { unread: (person?.unread ?? 0) + notices.length }
  },
})

/** A notice has the id of the request that made it; any other id is that of a person's own message. */
const isNotice = (id: string): boolean => /^[0-9a-f]{32}$/.test(id)
/** Read notices that are kept on a person, the latest. */
const keptRead = 200

export const read = action('notice', 'read', {
  async run({ input: { id }, caller, person, now }) {
    if (id === undefined) {
      await messages.change({ to: caller.openid, read: false }, { read: true })
      await persons.change(
        { _id: caller.openid },
        { unread: 0, noticesReadTo: now.toISOString(), noticesRead: [] },
      )
      return { unread: 0 }
    }
    const notices = await readUnreadNotices(caller, person, now)
    if (isNotice(id)) {
      const isNew = notices.some(({ _id }) => _id === id)
      await markRead(await noticeFor(id, notices, caller), caller, now)
      return { unread: (person?.unread ?? 0) + notices.length - (isNew ? 1 : 0) }
    }
    if (
      !(await messages.change({ to: caller.openid, read: false, _id: id }, { read: true })) &&
      (await messages.byId(id))?.to !== caller.openid
    )
      throw forbidden()
    const own = await ownUnread(caller.openid)
    if (own !== person?.unread) await persons.change({ _id: caller.openid }, { unread: own })
    return { unread: own + notices.length }
  },
})

async function noticeFor(
  id: string,
  known: readonly StoredMessage[],
  caller: Caller,
): Promise<StoredMessage> {
  const notice = known.find(({ _id }) => _id === id) ?? (await messages.byId(id))
  if (!notice || !listGroups(caller).some(group => notice.to.includes(group))) throw forbidden()
  return notice
}

/**
 * Records on the person that they have read the notice, and for the desk that their house has read it; for a
 * notice to roles, that the person has.
 */
async function markRead(notice: StoredMessage, caller: Caller, now: Date): Promise<void> {
  const { estateId, to } = notice
  const houses = caller.houses
    .filter(house => to.includes(houseKey(estateId, house.houseId)) || to.includes(estateKey(estateId)))
    .map(house => house.houseId)
  const isForRoles = houses.length === 0 && !to.includes(estateKey(estateId))
  const readers = isForRoles ? [caller.openid] : houses
  await Promise.all([
    persons.change(
      { _id: caller.openid, noticesRead: op.neq(notice._id) },
      { noticesRead: op.push({ each: [notice._id], slice: -keptRead }) },
    ),
    ...readers.map(reader =>
      noticeReads.add({
        _id: readId(notice._id, reader),
        estateId,
        noticeId: notice._id,
        reader,
        at: now.toISOString(),
      }),
    ),
  ])
}
