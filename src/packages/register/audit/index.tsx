import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/pages'
import { useLang } from '@/i18n/lang'
import { useT, useTexts } from '@/i18n/texts'
import { Button, Choice, Empty, Label, Page, Row, States } from '@/ui'
import { estateDayAhead, estateInstant, showTime } from '@/ui/when'
import { texts } from '../texts'

/** Who did what to which record, newest first. */
export default function AuditPage() {
  const t = useT()
  const x = useTexts(texts)
  const lang = useLang()
  const [days, setDays] = useState<'1' | '7' | '30'>('7')
  const deeds = usePages(cursor => cloud.desk.audit({
    from: estateInstant(estateDayAhead(1 - Number(days)), '00:00'), to: estateInstant(estateDayAhead(1), '00:00'), ...(cursor ? { cursor } : {}),
  }), [days])
  return (
    <Page title={x('auditTitle')} id='page-audit'>
      <Text className='quiet'>{x('auditHint')}</Text>
      <Label text=''>
        <Choice name='days' label={x('auditTitle')} columns={3} value={days} options={[{ value: '1', text: x('day1') }, { value: '7', text: x('day7') }, { value: '30', text: x('day30') }]} onChange={setDays} />
      </Label>
      <States of={deeds} cards={3}>
        {({ items }) => items.length === 0 ? <Empty icon='list' title={x('noAudit')} /> : (
          <>
            <View className='card card-list'>
              {items.map(deed => <Row key={deed.id} title={deed.did} value={showTime(deed.at, lang)} hint={`${deed.by || '—'} → ${deed.record}`} />)}
            </View>
            {deeds.more ? <Button id='more' kind='plain' text={t('more')} onTap={deeds.more} /> : null}
          </>
        )}
      </States>
    </Page>
  )
}
