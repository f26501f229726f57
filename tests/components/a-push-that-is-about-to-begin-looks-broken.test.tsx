import { act, render, screen } from '@testing-library/react'
import { useProgress } from '@/packages/notice/push/progress'
import { States } from '@/widgets'
import { answerWith, ok } from './support/cloud'

const notThere = { ok: false as const, error: { code: 'FORBIDDEN' as const, message: '没有找到' } }
const progress = (sent: number, done: boolean) =>
  ok({
    pushId: 'p-1',
    title: '停水',
    at: '2026-11-24T00:00:00.000Z',
    stage: done ? 'done' : 'sending',
    total: 3,
    sent,
    refused: 0,
    failed: 0,
    left: 3 - sent,
    done,
    dueAt: null,
  })

function Push() {
  return (
    <States of={useProgress('p-1')}>
      {push => <p>{push === null ? 'starting' : `${push.sent} of ${push.total}`}</p>}
    </States>
  )
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())
const pass = (ms: number) =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(ms)
  })

test('a push that does not exist yet is shown as starting, then with its progress; polling ends once it is done', async () => {
  const sent = answerWith(notThere, progress(1, false), progress(3, true))
  render(<Push />)
  await pass(0)
  expect(screen.getByText('starting')).toBeTruthy()
  await pass(2000)
  expect(screen.getByText('1 of 3')).toBeTruthy()
  await pass(2000)
  expect(screen.getByText('3 of 3')).toBeTruthy()
  await pass(60_000)
  expect(sent).toHaveLength(3)
})

test('a push that is still missing after ten seconds is shown as failed with a way on, and polling ends', async () => {
  const sent = answerWith(notThere)
  render(<Push />)
  await pass(12_000)
  expect(screen.getByRole('alert').textContent).toContain('没有找到')
  expect(screen.queryByText('starting')).toBeNull()
  const asked = sent.length
  await pass(60_000)
  expect(sent).toHaveLength(asked)
})
