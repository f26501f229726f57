import type { ReactNode } from 'react'
import type { Loaded } from '@/cloud/hooks'
import { useTexts } from '@/i18n/texts'
import { Skeleton } from '@/ui/skeleton'
import { FailureNote } from './failure-note'
import { NotBound } from './not-bound'

/**
 * The four states of loaded data; data loaded before stays in view when a refresh fails.
 */
export function States<T>({
  of,
  cards,
  children,
}: {
  of: Loaded<T>
  cards?: number
  children: (data: T) => ReactNode
}) {
  const t = useTexts()
  if (of.failure?.code === 'NOT_BOUND') return <NotBound />
  if (of.data === undefined) {
    return of.failure && !of.loading ? (
      <FailureNote failure={of.failure} title={t('loadFailed')} onRetry={of.reload} />
    ) : (
      <Skeleton cards={cards ?? 2} />
    )
  }
  return (
    <>
      {of.failure ? <FailureNote failure={of.failure} title={t('loadFailed')} onRetry={of.reload} /> : null}
      {children(of.data)}
    </>
  )
}
