import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { PushProgress } from '@domain/notice/contract'
import { CallFailed, cloud } from '@/cloud/client'
import { useLoad, type Loaded } from '@/cloud/hooks'

/** Pause before the progress is asked for again, in ms. */
const everyMs = 2000
/** So long a push that is not there yet counts as one that is about to begin, in ms. */
const beginsWithinMs = 10_000

/** Repeats `work`, each time a pause in ms after the last one has ended. Returns what stops it. */
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

/** A push as it goes, asked for again and again while it is in view and not done; null: it has not begun. */
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
  // Once it is certain that there is no such push, asking again is in the person's hands.
  const isOver = data?.done === true || failure?.code === 'FORBIDDEN'
  useEffect(() => {
    if (!inView || isOver) return
    return every(everyMs, reload)
  }, [inView, isOver, reload])
  return failure && data === null ? { ...push, data: undefined } : push
}
