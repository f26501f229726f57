import { act, renderHook } from '@testing-library/react'
import { CallFailed, cloud, pauses } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { connection } from '@/cloud/connection'
import { answerWith, busy, ok, refused } from './support/cloud'
import { emptyStorage } from './support/taro'

const input = {
  place: 'house',
  houseId: 'h-1',
  category: 'water',
  urgency: 'normal',
  description: '漏水',
} as const

beforeEach(() => {
  emptyStorage()
  pauses.fill(1)
  connection.set({ kind: 'good' })
})

test('a lost answer is asked for again with the same request id', async () => {
  const sent = answerWith('lost', 'nonsense', ok({ id: 'o-1' }))
  await expect(cloud.repair.create(input)).resolves.toEqual({ id: 'o-1' })
  expect(sent).toHaveLength(3)
  expect(new Set(sent.map(each => each.requestId)).size).toBe(1)
  expect(sent[0]!.requestId).toMatch(/^[A-Za-z0-9_-]{8,64}$/)
  expect(sent[0]!.url).toBe('/call/repair')
})

test('UNAVAILABLE is tried three times and then shown with its own text', async () => {
  const sent = answerWith(busy)
  const failed = await cloud.repair.create(input).catch((error: unknown) => error)
  expect(sent).toHaveLength(3)
  expect(failed).toBeInstanceOf(CallFailed)
  expect((failed as CallFailed).failure).toMatchObject({ code: 'UNAVAILABLE', message: '网络繁忙' })
})

test('a refusal is not tried again', async () => {
  const sent = answerWith(refused)
  await expect(cloud.repair.create(input)).rejects.toMatchObject({
    failure: { fields: { description: '请写明情况' } },
  })
  expect(sent).toHaveLength(1)
})

test('a second tap on the same thing is a request of its own', async () => {
  const sent = answerWith(ok({ id: 'o-1' }), ok({ id: 'o-2' }))
  await cloud.repair.create(input)
  await cloud.repair.create(input)
  expect(new Set(sent.map(each => each.requestId)).size).toBe(2)
})

test('the person learns that it is being tried again, and that it is over', async () => {
  const seen: string[] = []
  const stop = connection.watch(() => {
    const now = connection.get()
    seen.push(now.kind === 'trying' ? `${now.attempt}/${now.of}` : now.kind)
  })
  answerWith('lost', 'lost', ok({ items: [], next: null }))
  await cloud.repair.list({ scope: 'mine' })
  stop()
  expect(seen).toEqual(['2/3', '3/3', 'good'])
})

test('without a network the page says offline', async () => {
  Object.defineProperty(window.navigator, 'onLine', { value: false, configurable: true })
  answerWith('lost')
  await expect(cloud.repair.list({ scope: 'mine' })).rejects.toMatchObject({ offline: true })
  expect(connection.get()).toEqual({ kind: 'offline' })
  Object.defineProperty(window.navigator, 'onLine', { value: true, configurable: true })
})

const useCreate = (key?: string) =>
  useSend(
    (requestId, description: string) => cloud.repair.create({ ...input, description }, { requestId }),
    key,
  )

test('tapping again after a failure carries the same request id, and a new one after success', async () => {
  const sent = answerWith('lost', 'lost', 'lost', ok({ id: 'o-1' }), ok({ id: 'o-2' }))
  const { result } = renderHook(() => useCreate())
  await act(async () => {
    await result.current.run('漏水')
  })
  expect(result.current.failure?.code).toBe('UNAVAILABLE')
  await act(async () => {
    await result.current.run('漏水')
  })
  expect(new Set(sent.slice(0, 4).map(each => each.requestId)).size).toBe(1)
  expect(result.current.failure).toBeUndefined()
  await act(async () => {
    await result.current.run('又漏了')
  })
  expect(sent[4]!.requestId).not.toBe(sent[0]!.requestId)
})

test('the request id outlives the app being closed while it sends', async () => {
  const sent = answerWith('lost', 'lost', 'lost', ok({ id: 'o-1' }))
  const before = renderHook(() => useCreate('repair'))
  await act(async () => {
    await before.result.current.run('漏水')
  })
  before.unmount()
  const after = renderHook(() => useCreate('repair'))
  await act(async () => {
    await after.result.current.run('漏水')
  })
  expect(sent[3]!.requestId).toBe(sent[0]!.requestId)
})

test('a second run while the first is on its way sends nothing', async () => {
  const sent = answerWith(ok({ id: 'o-1' }))
  const { result } = renderHook(() => useCreate())
  await act(async () => {
    await Promise.all([result.current.run('漏水'), result.current.run('漏水')])
  })
  expect(sent).toHaveLength(1)
})
