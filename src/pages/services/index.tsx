import { View } from '@tarojs/components'
import { isStaff, useSession } from '@/cloud/session'
import { useT } from '@/i18n/texts'
import { Empty, Page, States } from '@/ui'
import { go } from '@/ui/platform'
import { Tile } from '@/ui/tile'

/** What there is to use; a service that does not exist yet is not shown. */
export default function ServicesPage() {
  const t = useT()
  const session = useSession()
  return (
    <Page tab id='page-services' title={t('services')}>
      <States of={session}>
        {known => (
          <>
            <View className='tiles'>
              {known.houses.length ? (
                <>
                  <Tile id='service-repair' main icon='wrench' name={t('reportRepair')} hint={t('repairHint')} onTap={() => go('packages/repair/file/index')} />
                  <Tile id='service-my-repairs' icon='list' name={t('myRepairs')} hint={t('myRepairsHint')} onTap={() => go('packages/repair/list/index')} />
                </>
              ) : null}
              {isStaff(known) ? <Tile id='service-queue' icon='flag' name={t('queueAll')} hint={t('staffQueueHint')} onTap={() => go('packages/desk/queue/index')} /> : null}
            </View>
            {known.houses.length || isStaff(known) ? null : <Empty icon='home' title={t('notBound')} hint={t('notBoundHint')} />}
          </>
        )}
      </States>
    </Page>
  )
}
