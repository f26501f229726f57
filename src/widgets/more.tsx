import type { Paged } from '@/cloud/use-pages'
import { useTexts } from '@/i18n/texts'
import { Button } from '@/ui/button'
import { FailureNote } from './failure-note'

/** The end of a paged list: the button for the next page, and a failure of the last one. */
export function More<T>({ of }: { of: Paged<T> }) {
  const t = useTexts()
  return (
    <>
      {of.moreFailure ? <FailureNote failure={of.moreFailure} /> : null}
      {of.more ? <Button id="more" kind="plain" text={t('more')} onTap={of.more} /> : null}
    </>
  )
}
