import { act, fireEvent, render, screen } from '@testing-library/react'
import { useLoad } from '@/cloud/hooks'
import { cloud, pauses } from '@/cloud/client'
import { FailureNote, States } from '@/widgets'
import { Timeline } from '@/ui/timeline'
import { answerWith, busy, ok } from './support/cloud'
import { show } from './support/taro'

test('a failure shows its message, what is wrong with which field, and when to try again', () => {
  const retry = jest.fn()
  render(
    <FailureNote
      failure={{
        code: 'INVALID_INPUT',
        message: '填写的内容有误',
        fields: { description: '请写明情况', 'appointment.from': '时间已过' },
        retryAfter: 300,
      }}
      onRetry={retry}
    />,
  )
  const note = screen.getByRole('alert')
  for (const text of ['填写的内容有误', '请写明情况', '时间已过', '约 5 分钟 后可再试'])
    expect(note.textContent).toContain(text)
  fireEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(retry).toHaveBeenCalledTimes(1)
})

function List() {
  const list = useLoad(() => cloud.repair.list({ scope: 'mine' }))
  return (
    <States of={list}>
      {({ items }) => <p>{items.length ? items.map(each => each.no).join() : 'nothing'}</p>}
    </States>
  )
}

test('loading, failing and loading again all show', async () => {
  pauses.fill(1)
  answerWith(busy, busy, busy, ok({ items: [{ no: 'A-1' }], next: null }))
  render(<List />)
  expect(screen.getByRole('status', { name: '正在加载' })).toBeTruthy()
  const again = await screen.findByRole('button', { name: '重试' })
  await act(() => Promise.resolve(void fireEvent.click(again)))
  expect(await screen.findByText('A-1')).toBeTruthy()
})

test('loaded content stays visible when a refresh fails', async () => {
  pauses.fill(1)
  answerWith(ok({ items: [{ no: 'A-1' }], next: null }), busy)
  const clock = jest.spyOn(Date, 'now')
  render(<List />)
  await screen.findByText('A-1')
  clock.mockReturnValue(new Date().getTime() + 60_000)
  await act(() => Promise.resolve(show()))
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(screen.getByText('A-1')).toBeTruthy()
  clock.mockRestore()
})

test('the timeline tells what, when, who, and the note', () => {
  render(
    <Timeline
      steps={[
        { key: '2', title: '维修完成', when: '今天 11:10', who: '维修师傅 王师傅', note: '更换阀芯' },
        { key: '1', title: '超时，已上报', when: '今天 10:00', who: '系统', late: true },
      ]}
    />,
  )
  const steps = screen.getAllByRole('listitem')
  expect(steps[0]!.textContent).toBe('维修完成今天 11:10 · 维修师傅 王师傅更换阀芯')
  expect(steps[1]!.className).toContain('step-late')
})
