import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ParkingImport } from '@domain/parking/contract'
import { cloud, upload } from '@/cloud/client'
import { pick } from '@/device/pick'
import { useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Button, Row, Section } from '@/ui'
import { FailureNote, Page } from '@/widgets'
import { useTexts } from '../texts'
import '../parking.css'

/** Spaces and vehicles as the office keeps them in a spreadsheet. */
export default function ImportPage() {
  useKnownSession()
  const t = useTexts()
  return (
    <Page title={t('importTitle')} id="page-parking-import" who={['butler', 'manager']}>
      <Import what="spaces" />
      <Import what="vehicles" />
    </Page>
  )
}

function Import({ what }: { what: 'spaces' | 'vehicles' }) {
  const t = useTexts()
  const [done, setDone] = useState<ParkingImport>()
  const take = useSend(async requestId => {
    const [file] = await pick.file(['xlsx', 'csv'])
    if (file) setDone(undefined)
    return file ? cloud.parking.importSheet({ what, fileID: await upload(file) }, { requestId }) : undefined
  })
  const name = t(what === 'spaces' ? 'importSpaces' : 'importVehicles')
  return (
    <Section title={name}>
      <View className="card">
        <Text className="quiet">{t(what === 'spaces' ? 'importSpacesHint' : 'importVehiclesHint')}</Text>
        {take.failure ? <FailureNote failure={take.failure} /> : null}
        <Button
          id={`choose-${what}`}
          text={take.busy ? t('importing') : name}
          busy={take.busy}
          onTap={async () => {
            const answer = await take.run()
            if (answer) setDone(answer)
          }}
        />
        {done ? (
          <Text className="card-meta" id={`done-${what}`}>
            {[
              t('created', { n: done.created }),
              t('updated', { n: done.updated }),
              t('unchanged', { n: done.unchanged }),
            ].join(' · ')}
          </Text>
        ) : null}
      </View>
      {done?.rejected.length ? (
        <View className="card card-list">
          <Text className="quiet list-note">{t('notTaken', { n: done.rejected.length })}</Text>
          {done.rejected.map(({ row, fields }) => (
            <Row
              key={row}
              icon="alert"
              title={t('line', { n: row })}
              hint={Object.values(fields).join('；')}
            />
          ))}
        </View>
      ) : null}
    </Section>
  )
}
