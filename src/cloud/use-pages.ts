import { useEffect, useState } from 'react'
import type { Failure } from '@domain/kernel/failure'
import { failureOf, useLoad, type Loaded } from './hooks'

export interface Paged<T> extends Loaded<{ items: T[]; next: string | null }> {
  /** Undefined when there is nothing more. */
  more: (() => Promise<void>) | undefined
  moreFailure: Failure | undefined
}

/** A keyset-paged list: the first page as everything loads, the others by tapping for more. */
export function usePages<T>(
  load: (cursor?: string) => Promise<{ items: T[]; next: string | null }>,
  deps: readonly unknown[] = [],
): Paged<T> {
  const first = useLoad(() => load(), deps)
  const [rest, setRest] = useState<{ items: T[]; next: string | null } | undefined>()
  const [moreFailure, setMoreFailure] = useState<Failure>()
  useEffect(() => {
    setRest(undefined)
    setMoreFailure(undefined)
  }, [first.data])
  const next = rest ? rest.next : first.data?.next
  const more =
    next === null || next === undefined
      ? undefined
      : async () => {
          setMoreFailure(undefined)
          try {
            const page = await load(next)
            setRest(was => ({ items: [...(was?.items ?? []), ...page.items], next: page.next }))
          } catch (error) {
            setMoreFailure(failureOf(error))
          }
        }
  const data =
    first.data && rest ? { items: [...first.data.items, ...rest.items], next: rest.next } : first.data
  return { ...first, data, more, moreFailure }
}
