import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { PushProgress } from '@domain/notice/contract'
import { CallFailed, cloud } from '@/cloud/client'
import { useLoad, type Loaded } from '@/cloud/hooks'

/** Pause before the progress is loaded again, in ms. */
const everyMs = 2000
/** For this long a push that does not exist yet counts as about to begin, in ms. */
const beginsWithinMs = 10_000

/** Repeats `work`, each time `pause` ms after the last run has ended. Returns a function that stops it. */
function every(ms: number, act: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const plan = () => {
    timer = setTimeout(
      () =>
        void act().then(() => {
          if (timer !== undefined) plan()
        }),
      ms,
    )
  }
  plan()
  return () => {
    clearTimeout(timer)
    timer = undefined
  }
}

/** The progress of a push, reloaded while the page is in view and the push not done. Null: not begun yet. */
export function useProgress(pushId: string): Loaded<PushProgress | null> {
  const openedAt = useRef(Date.now())
  const [inView, setInView] = useState(true)
  useDidShow(() => setInView(true))
  useDidHide(() => setInView(false))
  const push = useLoad(
    () =>
      cloud.notice.push({ pushId }).catch((error: unknown) => {
        const notYet =
          error instanceof CallFailed &&
          error.failure.code === 'FORBIDDEN' &&
          Date.now() - openedAt.current < beginsWithinMs
        if (!notYet) throw error
        return null
      }),
    [pushId],
  )
  const { data, failure, reload } = push
  // Once it is certain that there is no such push, only the user reloads.
  const isOver = data?.done === true || failure?.code === 'FORBIDDEN'
  useEffect(() => {
    if (!inView || isOver) return
    return every(everyMs, reload)
  }, [inView, isOver, reload])
  return failure && data === null ? { ...push, data: undefined } : push
}
