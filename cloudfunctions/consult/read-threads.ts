import { viewMessage, viewThread, viewThreadSince } from '@domain/consult/thread'
import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { hasPost } from '@domain/kernel/people'
import { readEstate } from '../_kit/estate'
import { houses } from '../_kit/records'
import { action } from '../_kit/serve'
import { readFileUrls, op } from '../_kit/store'
import { consultMessages, threads } from '../_services/consult/records'

/** Threads that wait for an answer, longest wait first; or all threads, newest first. */
export const listThreads = action('consult', 'threads', {
  async run({ input: { waiting, cursor, limit = 20 }, caller }) {
    const estateId = caller.estateId ?? ''
    if (waiting) {
      const found = await threads.find(
        { estateId, waitKey: op.gt(cursor ?? '') },
        { orderBy: ['waitKey', 'asc'], limit: limit + 1 },
      )
      return toPage(found, limit, thread => thread.waitKey ?? '', viewThread)
    }
    const found = await threads.find(
      { estateId, ...(cursor ? { lastKey: op.lt(cursor) } : {}) },
      { orderBy: ['lastKey', 'desc'], limit: limit + 1 },
    )
    return toPage(found, limit, thread => thread.lastKey, viewThread)
  },
})

const beforeCursor = (since: string, cursor: string | undefined) => ({
  key: cursor ? op.gte(since).and(op.lt(cursor)) : op.gte(since),
})

/** A house's thread: for the desk all of it, for a member what was said since they joined. */
export const readThread = action('consult', 'thread', {
  load: ({ houseId }) => Promise.all([houses.byId(houseId), threads.byId(houseId)]),
  async run({ input: { houseId, cursor, limit = 20 }, caller, loaded: [house, thread] }) {
    const isDesk = hasPost(caller, 'butler', 'manager') && house?.estateId === caller.estateId
    const since = caller.houses.find(home => home.houseId === houseId)?.since
    if (since === undefined && !isDesk) throw forbidden()
    const [found, { settings }] = await Promise.all([
      consultMessages.find(
        {
          houseId,
          estateId: caller.estateId ?? '',
          ...(isDesk ? beforeCursor('', cursor) : { ...beforeCursor(since ?? '', cursor), handOver: false }),
        },
        { orderBy: ['key', 'desc'], limit: limit + 1, leaveOut: ['outbox', 'marks'] },
      ),
      readEstate(caller.estateId ?? ''),
    ])
    const { items, next } = toPage(
      found,
      limit,
      message => message.key,
      message => viewMessage(message, caller),
    )
    return {
      items,
      next,
      thread: thread && (isDesk ? viewThread(thread) : viewThreadSince(thread, since ?? '')),
      pictures: await readFileUrls(items.flatMap(({ photos }) => photos)),
      answerMinutes: settings.consult.answerMinutes,
    }
  },
})
