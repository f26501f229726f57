import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { usePages } from '@/cloud/use-pages'
import { useLang } from '@/i18n/lang'
import { useKnownSession } from '@/state/session'
import { Choice, Empty, Label, Row } from '@/ui'
import { More, Page, States } from '@/widgets'
import { estateDayAhead, estateInstant, showTime } from '@/i18n/when'
import { useTexts } from '../texts'

/** Who did what to which record, newest first. */
export default function AuditPage() {
  useKnownSession()
  const t = useTexts()
  const lang = useLang()
  const staff = useLoad(() => cloud.account.staff({}))
  const names = Object.fromEntries((staff.data?.items ?? []).map(person => [person.openid, person.name]))
  const [days, setDays] = useState<'1' | '7' | '30'>('7')
  const entries = usePages(
    cursor =>
      cloud.desk.audit({
        from: estateInstant(estateDayAhead(1 - Number(days)), '00:00'),
        to: estateInstant(estateDayAhead(1), '00:00'),
        ...(cursor ? { cursor } : {}),
      }),
    [days],
  )
  return (
    <Page title={t('auditTitle')} id="page-audit" who={['manager']}>
      <Text className="quiet">{t('auditHint')}</Text>
      <Label text="">
        <Choice
          name="days"
          label={t('auditTitle')}
          columns={3}
          value={days}
          options={[
            { value: '1', text: t('day1') },
            { value: '7', text: t('day7') },
            { value: '30', text: t('day30') },
          ]}
          onChange={setDays}
        />
      </Label>
      <States of={entries} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="list" title={t('noAudit')} />
          ) : (
            <>
              <View className="card card-list">
                {items.map(({ id, at, by, what, record }) => (
                  <Row
                    key={id}
                    title={t(what)}
                    value={showTime(at, lang)}
                    hint={`${names[by] ?? by} · ${names[record] ?? record.slice(0, 12)}`}
                  />
                ))}
              </View>
              <More of={entries} />
            </>
          )
        }
      </States>
    </Page>
  )
}
