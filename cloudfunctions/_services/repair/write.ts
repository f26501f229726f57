import { sortKey } from '@domain/kernel/paging'
import { hasPost, type Caller } from '@domain/kernel/people'
import { withMessages, type Mark } from '@domain/notice/outbox'
import { deriveFields } from '@domain/repair/clocks'
import type { By, Change, Order } from '@domain/repair/order'
import { categoryWords, statusWords } from '@domain/repair/wording'

/** The role in which a person acts on an order: staff by their post, everybody else as a resident. */
export function actorOf(caller: Caller, order: Order | null): By {
  return { openid: caller.openid, role: roleOf(caller, order), name: caller.name }
}

function roleOf(caller: Caller, order: Order | null): By['role'] {
  const isTechnician = hasPost(caller, 'technician')
  if (isTechnician && order?.assigneeId === caller.openid) return 'technician'
  if (hasPost(caller, 'butler')) return 'butler'
  return isTechnician ? 'technician' : 'resident'
}

/** The actor of the timer's changes. */
export const system: By = { openid: '', role: 'system', name: '' }

interface Applying {
  by: By
  now: Date
  /** The mark of the request; null for a change of the timer. */
  mark: Mark | null
}

/** The order after the change, with its step, its messages and the mark of the request. */
export function applyChange(order: Order, change: Change, { by, now, mark }: Applying): Order {
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
      hands: [...new Set([...(order.hands ?? []), by.openid, next.assigneeId ?? ''])].filter(Boolean),
      timeline: [...order.timeline, { ...change.step, at: now.toISOString(), by }],
    },
    news,
    { at: now, by: by.openid, values, link: `packages/repair/order/index?id=${order._id}` },
    mark,
  )
}
