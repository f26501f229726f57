import { useEffect } from 'react'
import { cloud } from '@/cloud/client'
import { session } from './session'

/**
 * Marks a notice as read when the page that it leads to opens; empty: the page was opened in another way.
 * Best effort: when it fails, the next opening marks it.
 */
export function useReadNotice(id: string): void {
  useEffect(() => {
    if (!id) return
    cloud.notice
      .read({ id })
      .then(({ unread }) => {
        const known = session.get()
        if (known) session.set({ ...known, unread })
      })
      .catch(() => undefined)
  }, [id])
}
