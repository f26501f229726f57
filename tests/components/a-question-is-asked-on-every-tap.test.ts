import type { Session } from '@domain/account/contract'
import { answerConsent, askConsent, asked, askForMore } from '@/state/consent'
import { howToAsk } from '@/state/consent-rule'
import { session } from '@/state/session'
import { answerWith, ok, type Sent } from './support/cloud'
import { emptyStorage } from './support/taro'

const day = 86_400_000
const start = Date.parse('2026-11-01T00:00:00Z')
let sent: Sent[]

beforeEach(() => {
  jest.useFakeTimers({
    now: start,
    doNotFake: ['nextTick', 'queueMicrotask', 'setTimeout', 'setInterval', 'setImmediate'],
  })
  emptyStorage()
  asked.set(null)
  session.set({
    templates: { repairProgress: 'tpl-repair', eventNews: 'tpl-event' },
    accepts: {},
  } as unknown as Session)
  sent = answerWith(ok({ left: { 'tpl-repair': 1 } }))
})
afterEach(() => jest.useRealTimers())

test('the question comes at the moment that matters, then not for seven days; each purpose has its own question', () => {
  askConsent('repairProgress')
  expect(asked.get()).toEqual(['repairProgress'])
  answerConsent('reject')
  jest.setSystemTime(start + 6.9 * day)
  askConsent('repairProgress')
  expect(asked.get()).toBeNull()
  askConsent('eventNews')
  expect(asked.get()).toEqual(['eventNews'])
  answerConsent('reject')
  jest.setSystemTime(start + 7 * day)
  askConsent('repairProgress')
  expect(asked.get()).toEqual(['repairProgress'])
})

test('tapping the action itself asks, however recent the last question was', () => {
  askConsent('repairProgress')
  answerConsent('reject')
  askForMore('repairProgress')
  expect(asked.get()).toEqual(['repairProgress'])
})

test('a permanent yes ends the questions, each answer counts, and the number left is known', async () => {
  askConsent('repairProgress')
  answerConsent('accept')
  for (let times = 0; times < 2; times++) {
    askConsent('repairProgress')
    expect(asked.get()).toBeNull()
  }
  await new Promise(done => setTimeout(done, 0))
  expect(sent.map(({ action, input }) => [action, input])).toEqual(
    Array.from({ length: 3 }, () => ['consent', { results: { 'tpl-repair': 'accept' } }]),
  )
  expect(session.get()?.accepts).toEqual({ 'tpl-repair': 1 })
})

test('a purpose without a template is not asked for', () => {
  askConsent('visitorNews')
  expect([asked.get(), sent.length]).toEqual([null, 0])
})

test.each([
  [{ askedAt: start, standing: 'reject' as const }, start + 30 * day, false, 'no'],
  [{ askedAt: start, standing: 'reject' as const }, start, true, 'ask'],
  [{ askedAt: start, standing: null }, start + 7 * day - 1, false, 'no'],
  [{ askedAt: 0, standing: 'accept' as const }, start, false, 'silently'],
])('%j', (remembered, now, acts, expected) => {
  expect(howToAsk(remembered, now, acts)).toBe(expected)
})
