import { useSession } from '@/state/session'
import { useTexts } from '@/i18n/texts'
import { NotBound, Page, States } from '@/widgets'
import { Offers, offersFor } from '../offers'

/** The services that the user may use; the others are not shown. */
export default function ServicesPage() {
  const t = useTexts()
  const session = useSession()
  return (
    <Page tab id="page-services" title={t('services')}>
      <States of={session}>
        {known => {
          const mine = offersFor(known)
          return mine.length ? <Offers of={mine} /> : <NotBound />
        }}
      </States>
    </Page>
  )
}
