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

const entryTexts = {
  'account.decideBinding': 'didDecide',
  'account.unbind': 'didEnd',
  'account.bindingPhone': 'didReadPhone',
  'account.importHouses': 'didImport',
  'account.renewCode': 'didRenew',
  'account.grant': 'didGrant',
  'account.revoke': 'didRevoke',
  'account.updateSettings': 'didSettings',
  'repair.contact': 'didReadContact',
  'complaint.contact': 'didReadComplainant',
  'complaint.reveal': 'didReveal',
  'visitor.block': 'didBlock',
  'visitor.unblock': 'didUnblock',
  'visitor.exportLog': 'didExportVisitors',
  'parking.approve': 'didApproveVehicle',
  'parking.reject': 'didRejectVehicle',
  'parking.end': 'didEndVehicle',
  'parking.reserve': 'didReserve',
  'parking.importSpaces': 'didImportSpaces',
  'parking.importVehicles': 'didImportVehicles',
  'parking.export': 'didExportVehicles',
  'event.export': 'didExportRoster',
  'notice.withdraw': 'didWithdrawNotice',
  'survey.close': 'didCloseSurvey',
  'survey.cancel': 'didCancelSurvey',
  'desk.export.repairs': 'didExportRepairs',
  'desk.export.complaints': 'didExportComplaints',
  'desk.export.figures': 'didExportFigures',
  'desk.export.visitors': 'didExportVisitors',
  'desk.export.vehicles': 'didExportVehicles',
} as const

/** Who did what to which record, newest first. */
export default function AuditPage() {
  useKnownSession()
  const t = useTexts()
  const lang = useLang()
  const staff = useLoad(() => cloud.account.staff({}))
  const names = Object.fromEntries((staff.data?.items ?? []).map(person => [person.openid, person.name]))
  const entryText = (did: string): string =>
    did in entryTexts ? t(entryTexts[did as keyof typeof entryTexts]) : did
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
                {items.map(entry => (
                  <Row
                    key={entry.id}
                    title={entryText(entry.did)}
                    value={showTime(entry.at, lang)}
                    hint={`${names[entry.by] ?? entry.by} · ${names[entry.record] ?? entry.record.slice(0, 12)}`}
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
