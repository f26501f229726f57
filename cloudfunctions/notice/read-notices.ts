import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { maySeeNotice, viewNotice } from '@domain/notice/view'
import { action } from '../_kit/serve'
import { readFileUrls, op } from '../_kit/store'
import { listGroups } from '../_messages/audience'
import { notices } from '../_messages/records'

const leaveOut = ['outbox', 'marks']

export const getNotice = action('notice', 'get', {
  load: ({ id }) => notices.byId(id),
  async run({ caller, loaded: notice, now }) {
    if (notice === null || !maySeeNotice(notice, caller, listGroups(caller))) throw forbidden()
    const view = viewNotice(notice, caller, now)
    return { ...view, pictures: await readFileUrls(view.photos) }
  },
})

export const listBoard = action('notice', 'board', {
  async run({ input: { cursor, limit = 20 }, caller, now }) {
    const found = await notices.find(
      { estateId: caller.estateId ?? '', ...(cursor ? { key: op.lt(cursor) } : {}) },
      { orderBy: ['key', 'desc'], limit: limit + 1, leaveOut: [...leaveOut, 'groups'] },
    )
    return toPage(
      found,
      limit,
      notice => notice.key,
      notice => viewNotice(notice, caller, now),
    )
  },
})
