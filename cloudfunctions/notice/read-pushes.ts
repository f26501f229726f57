import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { viewPush } from '@domain/notice/push'
import { persons } from '../_kit/records'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { pushes, pushRows } from '../_messages/records'

export const readPush = action('notice', 'push', {
  load: ({ pushId }) => pushes.byId(pushId),
  run({ caller, loaded: push, now }) {
    if (push === null || push.estateId !== caller.estateId) throw forbidden()
    return Promise.resolve(viewPush(push, caller.lang, now))
  },
})

export const listPushes = action('notice', 'pushes', {
  async run({ input: { cursor, limit = 20 }, caller, now }) {
    const found = await pushes.find(
      { estateId: caller.estateId ?? '', ...(cursor ? { key: op.lt(cursor) } : {}) },
      { orderBy: ['key', 'desc'], limit: limit + 1, leaveOut: ['target'] },
    )
    return toPage(
      found,
      limit,
      push => push.key,
      push => viewPush(push, caller.lang, now),
    )
  },
})

/** The people that a push was sent to, with their present names and houses; an erased person has none. */
export const listRecipients = action('notice', 'told', {
  async run({ input: { pushId, state, cursor, limit = 20 }, caller }) {
    const estateId = caller.estateId ?? ''
    const found = await pushRows.find(
      { estateId, pushId, state, _id: op.gt(cursor ?? '') },
      { orderBy: ['_id', 'asc'], limit: limit + 1 },
    )
    const people = new Map(
      (found.length > 0 ? await persons.byIds(found.map(({ openid }) => openid)) : []).map(person => [
        person._id,
        person,
      ]),
    )
    return toPage(
      found,
      limit,
      row => row._id,
      row => {
        const person = people.get(row.openid)
        return {
          name: person?.name ?? '',
          house: person?.houses.find(house => house.estateId === estateId)?.code ?? null,
          state: row.state,
          reason: row.reason,
          at: row.at,
        }
      },
    )
  },
})
