import { View } from '@tarojs/components'
import type { Session } from '@domain/account/contract'
import type { Purpose } from '@domain/notice/purposes'
import { askForMore } from '@/state/consent'
import { useKnownSession } from '@/state/session'
import { useTexts, type CommonKey } from '@/i18n/texts'
import { Row, Section } from '@/ui'

const names: Record<Purpose, CommonKey> = {
  estateNotice: 'alertNotices',
  eventNews: 'alertEvents',
  repairProgress: 'alertRepairs',
  visitorNews: 'alertVisitors',
  parkingNews: 'alertParking',
  complaintNews: 'alertComplaints',
  houseNews: 'alertHouse',
}

/** Residents are asked about every purpose, staff about those their role is notified of. */
const purposesOf = ({ houses }: Session): Purpose[] =>
  houses.length > 0
    ? (Object.keys(names) as Purpose[])
    : ['repairProgress', 'complaintNews', 'parkingNews', 'estateNotice']

/** WeChat sends one alert per consent: shows how many are left, and asks for one more with a tap. */
export function InWeChat() {
  const t = useTexts()
  const known = useKnownSession().data
  if (!known) return null
  return (
    <Section title={t('wechatAlerts')}>
      <View className="card card-list">
        {purposesOf(known).map(purpose => {
          const left = known.accepts[known.templates[purpose] ?? ''] ?? 0
          return (
            <Row
              key={purpose}
              id={`tell-${purpose}`}
              icon="bell"
              title={t(names[purpose])}
              value={left > 0 ? t('alertsLeft', { n: left }) : t('alertsNone')}
              onTap={() => askForMore(purpose)}
            />
          )
        })}
      </View>
    </Section>
  )
}
