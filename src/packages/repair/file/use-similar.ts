import { useEffect, useState } from 'react'
import type { Card as Order, Category } from '@domain/repair/contract'
import { cloud } from '@/cloud/client'
import type { Draft } from './draft'

/** Pause in the typing before similar orders are asked for, in ms. */
const pause = 500

/**
 * Open orders like the one that is being reported. They are asked for while the resident still writes,
 * so that sending does not wait for them. Best effort: without an answer there are none.
 */
export function useSimilar(place: Draft['place'], category: Category | '', facility: string): Order[] {
  const spot = place === 'public' ? facility.trim() : ''
  const key = category && `${place}/${category}/${spot}`
  const [found, setFound] = useState<{ key: string; items: Order[] }>({ key: '', items: [] })
  useEffect(() => {
    if (!category) return undefined
    let isCurrent = true
    const timer = setTimeout(() => {
      cloud.repair
        .similar({ place, category, ...(spot ? { facility: spot } : {}) })
        .then(({ items }) => {
          if (isCurrent) setFound({ key, items })
        })
        .catch(() => undefined)
    }, pause)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [key, place, category, spot])
  return key !== '' && found.key === key ? found.items : []
}
