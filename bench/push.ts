import { setTimeout as sleep } from 'node:timers/promises'
import type { PushProgress } from '@domain/notice/contract'
import type { LocalProcess } from '../tests/support/local-process'
import { make } from './client'
import { round } from './figures'

export interface PushCost {
  people: number
  sent: number
  seconds: number
  perSecond: number
  requestsPerPerson: number
  inboxBefore: number
  inboxAfter: number
}

const template = 'estateNotice'
const portion = 1000

async function addCrowd(local: LocalProcess, people: number): Promise<void> {
  for (let from = 0; from < people; from += portion) {
    const openids = Array.from(
      { length: Math.min(portion, people - from) },
      (_, n) => `crowd-${String(from + n)}`,
    )
    const data = openids.map(_id =>
      JSON.stringify({
        _id,
        estateId: 'second',
        name: '住户',
        phone: '',
        lang: 'zh-CN',
        largeText: false,
        houses: [],
        houseKeys: [],
        posts: [],
        postKeys: [],
        addresses: ['second:all'],
        unread: 0,
        quota: { [template]: 1 },
        marks: [],
        tries: [],
        waits: false,
        privacy: null,
      }),
    )
    await local.post('/admin', { action: 'database.insertDocument', collectionName: 'persons', data })
    await local.post('/accepts', { openids, template })
  }
}

/**
 * Pushes a notice to `people` users who have all given consent, and counts the documents that an inbox
 * examines before and after it.
 */
export async function measurePush(local: LocalProcess, people: number): Promise<PushCost> {
  await addCrowd(local, people)
  const inboxCost = async (): Promise<number> => {
    await local.post('/stats/reset')
    await make(local.url, { as: 'demo2-owner', fn: 'notice', action: 'inbox', input: {} })
    return (
      (await local.get<Record<string, { examined: { max: number } }>>('/stats'))['notice.inbox']?.examined
        .max ?? 0
    )
  }
  const inboxBefore = await inboxCost()
  await local.post('/stats/reset')
  const began = performance.now()
  const { data } = await make(local.url, {
    as: 'demo2-butler',
    fn: 'notice',
    action: 'publish',
    input: { title: '停水通知', body: '明天上午停水', audience: { kind: 'estate' }, push: true },
  })
  const { pushId } = data as { pushId: string }
  let progress: PushProgress | undefined
  while (!progress?.done) {
    await local.post('/tick')
    await sleep(100)
    progress = (
      await local.call<{ data?: PushProgress }>(
        'notice',
        { action: 'push', input: { pushId } },
        'demo2-butler',
      )
    ).data
  }
  const seconds = (performance.now() - began) / 1000
  const stats = await local.get<Record<string, { requests: { total: number } }>>('/stats')
  const requests = (stats['courier.push']?.requests.total ?? 0) + (stats['clock.timer']?.requests.total ?? 0)
  return {
    people,
    sent: progress.sent,
    seconds: round(seconds, 1),
    perSecond: Math.round(progress.sent / seconds),
    requestsPerPerson: round(requests / people, 2),
    inboxBefore,
    inboxAfter: await inboxCost(),
  }
}
