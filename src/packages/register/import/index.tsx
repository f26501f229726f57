import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Imported } from '@domain/account/contract'
import { cloud, adapter, upload } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/cloud/session'
import { useTexts } from '@/i18n/texts'
import { Button, FailureNote, Page, Row, Section } from '@/ui'
import { texts } from '../texts'

/** The register from a spreadsheet: what was taken, and every line that was not. */
export default function ImportPage() {
  useKnownSession()
  const x = useTexts(texts)
  const [done, setDone] = useState<Imported>()
  const take = useSend(async requestId => {
    const [file] = await adapter.pickFile(['xlsx', 'csv'])
    if (!file) return undefined
    return cloud.account.importSheet({ fileID: await upload(file) }, { requestId })
  })
  return (
    <Page title={x('importTitle')} id="page-import" who={['manager']}>
      <View className="card">
        <Text className="quiet">{x('importHint')}</Text>
        {take.failure ? <FailureNote failure={take.failure} /> : null}
        <Button
          id="choose-file"
          text={take.busy ? x('importing') : done ? x('again') : x('choose')}
          busy={take.busy}
          onTap={async () => {
            const answer = await take.run()
            if (answer) setDone(answer)
          }}
        />
      </View>
      {done ? <Result done={done} /> : null}
    </Page>
  )
}

function Result({ done }: { done: Imported }) {
  const x = useTexts(texts)
  return (
    <Section
      title={[
        x('created', { n: done.created }),
        x('updated', { n: done.updated }),
        x('unchanged', { n: done.unchanged }),
      ].join(' · ')}
    >
      {done.rejected.length ? (
        <View className="card card-list" id="rejected">
          <Text className="quiet">{x('rejected', { n: done.rejected.length })}</Text>
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
