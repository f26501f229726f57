import { act, fireEvent, render, screen } from '@testing-library/react'
import { Button } from '@/ui'

test('two quick taps do what the button does once', async () => {
  let finish: () => void = () => undefined
  const started = jest.fn(
    () =>
      new Promise<void>(done => {
        finish = done
      }),
  )
  render(<Button id="send-repair" text="提交报修" onTap={started} />)
  const button = screen.getByRole('button', { name: '提交报修' })
  fireEvent.click(button)
  fireEvent.click(button)
  expect(started).toHaveBeenCalledTimes(1)
  await act(() => Promise.resolve(finish()))
  fireEvent.click(button)
  expect(started).toHaveBeenCalledTimes(2)
})

test('a button that is busy or disabled does nothing and says so', () => {
  const tap = jest.fn()
  const { rerender } = render(<Button text="提交" busy onTap={tap} />)
  fireEvent.click(screen.getByRole('button'))
  expect(screen.getByText('正在发送…')).toBeTruthy()
  rerender(<Button text="提交" disabled onTap={tap} />)
  fireEvent.click(screen.getByRole('button'))
  expect(screen.getByRole('button').getAttribute('aria-disabled')).toBe('true')
  expect(tap).not.toHaveBeenCalled()
})

test('the keyboard works it too', () => {
  const tap = jest.fn()
  render(<Button text="提交" onTap={tap} />)
  fireEvent.keyDown(screen.getByRole('button'), { key: 'Enter' })
  expect(screen.getByRole('button').tabIndex).toBe(0)
  expect(tap).toHaveBeenCalledTimes(1)
})
