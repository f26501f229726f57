import { sortKey } from '@domain/kernel/paging'
import { hasPost, type Caller } from '@domain/kernel/people'
import { withMessages, type Mark } from '@domain/notice/outbox'
import { deriveFields } from '@domain/repair/clocks'
import type { By, Change, Order } from '@domain/repair/order'
import { categoryWords, statusWords } from '@domain/repair/wording'

/** As whom a person acts on an order: staff by their post, everybody else as the resident. */
export function actorOf(caller: Caller, order: Order | null): By {
  const role =
    order?.assigneeId === caller.openid && hasPost(caller, 'technician')
      ? 'technician'
      : hasPost(caller, 'butler')
        ? 'butler'
        : hasPost(caller, 'technician')
          ? 'technician'
          : 'resident'
  return { openid: caller.openid, role, name: caller.name }
}

export const system: By = { openid: '', role: 'system', name: '' }

/** The order as it is after the change, with its step, its messages and the mark of the request. */
export function applyChange(order: Order, change: Change, by: By, now: Date, mark: Mark | null): Order {
  const next = { ...order, ...change.set }
  const news = change.notify.map(({ kind, to }) => ({ kind: `repair.${kind}` as const, to }))
  const values = {
    no: next.no,
    subject: categoryWords[next.category],
    state: statusWords[next.status]['zh-CN'],
  }
  return withMessages(
    {
      ...next,
      ...deriveFields(next),
      changedKey: sortKey(now, order._id),
      timeline: [...order.timeline, { ...change.step, at: now.toISOString(), by }],
    },
    news,
    { at: now, by: by.openid, values, link: `packages/repair/order/index?id=${order._id}` },
    mark,
  )
}
