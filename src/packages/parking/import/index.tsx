import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ParkingImport } from '@domain/parking/contract'
import { adapter, cloud, upload } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/cloud/session'
import { useTexts } from '@/i18n/texts'
import { Button, FailureNote, Page, Row, Section } from '@/ui'
import { texts } from '../texts'
import '../parking.css'

/** Spaces and vehicles as the office keeps them in a spreadsheet. */
export default function ImportPage() {
  useKnownSession()
  const x = useTexts(texts)
  return (
    <Page title={x('importTitle')} id="page-parking-import" who={['butler', 'manager']}>
      <Import what="spaces" />
      <Import what="vehicles" />
    </Page>
  )
}

function Import({ what }: { what: 'spaces' | 'vehicles' }) {
  const x = useTexts(texts)
  const [done, setDone] = useState<ParkingImport>()
  const take = useSend(async requestId => {
    const [file] = await adapter.pickFile(['xlsx', 'csv'])
    if (file) setDone(undefined)
    return file ? cloud.parking.importSheet({ what, fileID: await upload(file) }, { requestId }) : undefined
  })
  const name = x(what === 'spaces' ? 'importSpaces' : 'importVehicles')
  return (
    <Section title={name}>
      <View className="card">
        <Text className="quiet">{x(what === 'spaces' ? 'importSpacesHint' : 'importVehiclesHint')}</Text>
        {take.failure ? <FailureNote failure={take.failure} /> : null}
        <Button
          id={`choose-${what}`}
          text={take.busy ? x('importing') : name}
          busy={take.busy}
          onTap={async () => {
            const answer = await take.run()
            if (answer) setDone(answer)
          }}
        />
        {done ? (
          <Text className="card-meta" id={`done-${what}`}>
            {[
              x('created', { n: done.created }),
              x('updated', { n: done.updated }),
              x('unchanged', { n: done.unchanged }),
            ].join(' · ')}
          </Text>
        ) : null}
      </View>
      {done?.rejected.length ? (
        <View className="card card-list">
          <Text className="quiet list-note">{x('notTaken', { n: done.rejected.length })}</Text>
          {done.rejected.map(({ row, fields }) => (
            <Row
              key={row}
              icon="alert"
              title={x('line', { n: row })}
              hint={Object.values(fields).join('；')}
            />
          ))}
        </View>
      ) : null}
    </Section>
  )
}
