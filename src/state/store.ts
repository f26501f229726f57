import { useSyncExternalStore } from 'react'

/** The smallest thing that pages can share and watch. */
export interface Store<T> {
  get(): T
  set(value: T): void
  watch(tell: () => void): () => void
}

export function createStore<T>(value: T): Store<T> {
  const watchers = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const tell of [...watchers]) tell()
    },
    watch(tell) {
      watchers.add(tell)
      return () => {
        watchers.delete(tell)
      }
    },
  }
}

export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.watch, store.get)
