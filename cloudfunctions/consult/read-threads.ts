import { viewMessage, viewThread, type Thread } from '@domain/consult/thread'
import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { hasPost, livesIn } from '@domain/kernel/people'
import { readEstate } from '../_kit/estate'
import { houses } from '../_kit/records'
import { action } from '../_kit/serve'
import { readFileUrls, op } from '../_kit/store'
import { consultMessages, threads } from '../_services/consult/records'

const forDesk = (thread: Thread) => viewThread(thread, true)

/** Threads that wait for an answer, longest wait first; or all threads, newest first. */
export const listThreads = action('consult', 'threads', {
  async run({ input: { waiting, cursor, limit = 20 }, caller }) {
    const estateId = caller.estateId ?? ''
    if (waiting) {
      const found = await threads.find(
        { estateId, waitKey: op.gt(cursor ?? '') },
        { orderBy: ['waitKey', 'asc'], limit: limit + 1 },
      )
      return toPage(found, limit, thread => thread.waitKey ?? '', forDesk)
    }
    const found = await threads.find(
      { estateId, ...(cursor ? { lastKey: op.lt(cursor) } : {}) },
      { orderBy: ['lastKey', 'desc'], limit: limit + 1 },
    )
    return toPage(found, limit, thread => thread.lastKey, forDesk)
  },
})

/** A house's thread, for the household and the desk. */
export const readThread = action('consult', 'thread', {
  load: ({ houseId, cursor, limit = 20 }) =>
    Promise.all([
      houses.byId(houseId),
      threads.byId(houseId),
      consultMessages.find(
        { houseId, ...(cursor ? { key: op.lt(cursor) } : {}) },
        { orderBy: ['key', 'desc'], limit: limit + 1, leaveOut: ['outbox', 'marks'] },
      ),
    ]),
  async run({ input: { houseId, limit = 20 }, caller, loaded: [house, thread, found] }) {
    const isDesk = hasPost(caller, 'butler', 'manager') && house?.estateId === caller.estateId
    if (!livesIn(caller, houseId) && !isDesk) throw forbidden()
    const page = toPage(
      found.filter(message => message.estateId === caller.estateId),
      limit,
      message => message.key,
      message => message,
    )
    const items = page.items
      .filter(message => !message.handOver || isDesk)
      .map(message => viewMessage(message, caller))
    const [pictures, { settings }] = await Promise.all([
      readFileUrls(items.flatMap(({ photos }) => photos)),
      readEstate(caller.estateId ?? ''),
    ])
    return {
      items,
      next: page.next,
      thread: thread && viewThread(thread, isDesk),
      pictures,
      answerMinutes: settings.consult.answerMinutes,
    }
  },
})
