import { useEffect, useState } from 'react'
import type { Card as Order, Category } from '@domain/repair/contract'
import { cloud } from '@/cloud/client'
import type { Draft } from './draft'

/** Pause in the typing before similar orders are loaded, in ms. */
const pause = 500

/**
 * Open orders similar to the one being reported. They are loaded while the resident is still writing, so that
 * sending does not wait for them. Best effort: without a reply the list is empty.
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
