import { render, screen } from '@testing-library/react'
import { Clock } from '@/widgets'
import { clockText, nextClock, type ClockFace } from '@/widgets/clock'
import { showMoney, showSpan, showTime } from '@/i18n/when'

const now = Date.parse('2026-11-24T02:00:00Z')
const clock = (more: Partial<ClockFace>): ClockFace => ({
  name: 'onSite',
  dueAt: '2026-11-24T02:12:00Z',
  state: 'running',
  tells: 'manager',
  ...more,
})

test('a running clock says what is left, by when, and who is notified', () => {
  expect(clockText(clock({}), 'zh-CN', now)).toEqual({
    name: '师傅到场',
    left: '还剩 12 分钟',
    until: '今天 10:12 前',
    notified: '超时会通知物业经理',
    late: false,
  })
  expect(clockText(clock({}), 'en', now)).toMatchObject({
    left: '12 min left',
    until: 'by today 10:12',
    notified: 'The manager is notified when time runs out',
  })
})

test('a clock that ran out says since when, and that the person responsible was notified', () => {
  const text = clockText(clock({ dueAt: '2026-11-24T00:30:00Z' }), 'zh-CN', now)
  expect(text).toMatchObject({ left: '已超时 1 小时 30 分钟', notified: '已通知物业经理', late: true })
})

test('a met or missed clock shows no deadline', () => {
  expect(clockText(clock({ state: 'met' }), 'zh-CN', now)).toMatchObject({
    left: '已按时完成',
    notified: '',
    late: false,
  })
  expect(clockText(clock({ state: 'missed' }), 'zh-CN', now)).toMatchObject({
    left: '未按时完成',
    notified: '',
    late: true,
  })
})

test('the next clock is the running one that is due first', () => {
  const clocks = [
    clock({ name: 'finish', dueAt: '2026-11-27T02:00:00Z' }),
    clock({ name: 'accept', state: 'met', dueAt: '2026-11-24T01:00:00Z' }),
    clock({ name: 'onSite' }),
  ]
  expect(nextClock(clocks)?.name).toBe('onSite')
  expect(nextClock([])).toBeUndefined()
})

test('late is seen in words and in a picture, not in colour alone', () => {
  const { container } = render(
    <Clock clock={clock({ dueAt: new Date(Date.now() - 600_000).toISOString() })} />,
  )
  expect(screen.getByText('已超时 10 分钟')).toBeTruthy()
  expect(container.querySelector('.i-alert')).toBeTruthy()
})

test('spans, times at the estate and money', () => {
  expect(showSpan(30_000, 'zh-CN')).toBe('不到 1 分钟')
  expect(showSpan(60 * 60_000, 'en')).toBe('1 h')
  expect(showSpan(26 * 3_600_000, 'zh-CN')).toBe('1 天 2 小时')
  expect(showSpan(24 * 3_600_000, 'en')).toBe('1 day')
  expect(showSpan(7 * 86_400_000 - 1000, 'zh-CN')).toBe('7 天')
  expect(showTime('2026-11-23T18:00:00Z', 'zh-CN', now)).toBe('今天 02:00')
  expect(showTime('2026-11-20T02:05:00Z', 'en', now)).toBe('20 Nov 10:05')
  expect(showTime('2025-12-31T20:00:00Z', 'zh-CN', Date.parse('2026-11-24T02:00:00Z'))).toBe('1月1日 04:00')
  expect(showMoney(128_000)).toBe('¥1,280.00')
  expect(showMoney(5)).toBe('¥0.05')
})
