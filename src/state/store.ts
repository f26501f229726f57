import { useSyncExternalStore } from 'react'

/** A value that pages share and subscribe to. */
export interface Store<T> {
  get: () => T
  set: (value: T) => void
  /** Calls `notify` after each change; returns the function that stops it. */
  watch: (notify: () => void) => () => void
}

export function createStore<T>(value: T): Store<T> {
  const watchers = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const notify of [...watchers]) notify()
    },
    watch(notify) {
      watchers.add(notify)
      return () => {
        watchers.delete(notify)
      }
    },
  }
}

export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.watch, store.get)
