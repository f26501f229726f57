import { useCallback, useRef, useState } from 'react'
import { forget, keep, recall } from './keep'

/** What a person is filling in: kept on the phone with every keystroke until it is sent. */
export function useDraft<T extends object>(
  key: string,
  blank: T,
): [T, (change: Partial<T>) => void, () => void] {
  const [draft, setDraft] = useState<T>(() => ({ ...blank, ...recall<Partial<T>>(`draft.${key}`) }))
  const now = useRef(draft)
  const first = useRef(blank)
  const patch = useCallback(
    (change: Partial<T>) => {
      now.current = { ...now.current, ...change }
      keep(`draft.${key}`, now.current)
      setDraft(now.current)
    },
    [key],
  )
  const clear = useCallback(() => {
    now.current = first.current
    forget(`draft.${key}`)
    setDraft(first.current)
  }, [key])
  return [draft, patch, clear]
}
