import { act, renderHook } from '@testing-library/react'
import { useDraft } from '@/state/draft'
import { emptyStorage } from './support/taro'

const blank = { description: '', category: '' }
beforeEach(emptyStorage)

test('an entry is there again after the app was closed', () => {
  const before = renderHook(() => useDraft('repair', blank))
  act(() => before.result.current[1]({ description: '厨房漏水' }))
  act(() => before.result.current[1]({ category: 'water' }))
  before.unmount()
  const after = renderHook(() => useDraft('repair', blank))
  expect(after.result.current[0]).toEqual({ description: '厨房漏水', category: 'water' })
})

test('two changes in one moment are both kept', () => {
  const { result } = renderHook(() => useDraft('repair', blank))
  act(() => {
    result.current[1]({ description: '漏水' })
    result.current[1]({ category: 'water' })
  })
  expect(result.current[0]).toEqual({ description: '漏水', category: 'water' })
})

test('a sent draft is gone', () => {
  const { result, unmount } = renderHook(() => useDraft('repair', blank))
  act(() => result.current[1]({ description: '漏水' }))
  act(() => result.current[2]())
  expect(result.current[0]).toEqual(blank)
  unmount()
  expect(renderHook(() => useDraft('repair', blank)).result.current[0]).toEqual(blank)
})

test('two forms do not share a draft', () => {
  const one = renderHook(() => useDraft('quote.o-1', blank))
  act(() => one.result.current[1]({ description: '一' }))
  expect(renderHook(() => useDraft('quote.o-2', blank)).result.current[0]).toEqual(blank)
})
