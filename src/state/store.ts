import { useSyncExternalStore } from 'react'

/** A value that pages share and watch. */
export interface Store<T> {
  get: () => T
  set: (value: T) => void
  /** Returns what ends the watching. */
  watch: (onChange: () => void) => () => void
}

export function createStore<T>(value: T): Store<T> {
  const watchers = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const onChange of [...watchers]) onChange()
    },
    watch(onChange) {
      watchers.add(onChange)
      return () => {
        watchers.delete(onChange)
      }
    },
  }
}

export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.watch, store.get)
