import { useCallback, useRef, useState } from 'react'
import { forget, keep, recall } from './keep'

/**
 * The contents of a form, kept on the phone with every keystroke until it is sent.
 * @param blank the empty form; the first one given counts, so that callers may build it while rendering
 */
export function useDraft<T extends object>(
  key: string,
  blank: T,
): [T, (change: Partial<T>) => void, () => void] {
  const [draft, setDraft] = useState<T>(() => ({ ...blank, ...recall<Partial<T>>(`draft.${key}`) }))
  const now = useRef(draft)
  const empty = useRef(blank)
  const patch = useCallback(
    (change: Partial<T>) => {
      now.current = { ...now.current, ...change }
      keep(`draft.${key}`, now.current)
      setDraft(now.current)
    },
    [key],
  )
  const clear = useCallback(() => {
    now.current = empty.current
    forget(`draft.${key}`)
    setDraft(empty.current)
  }, [key])
  return [draft, patch, clear]
}
