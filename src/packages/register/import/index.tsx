import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Imported } from '@domain/account/contract'
import { cloud, upload } from '@/cloud/client'
import { pick } from '@/device/pick'
import { useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Button, Row, Section } from '@/ui'
import { FailureNote, Page } from '@/widgets'
import { useTexts } from '../texts'

/** Imports the register from a spreadsheet, and lists the rows that were not imported. */
export default function ImportPage() {
  useKnownSession()
  const t = useTexts()
  const [done, setDone] = useState<Imported>()
  const take = useSend(async requestId => {
    const [file] = await pick.file(['xlsx', 'csv'])
    if (!file) return undefined
    return cloud.account.importSheet({ fileID: await upload(file) }, { requestId })
  })
  return (
    <Page title={t('importTitle')} id="page-import" who={['manager']}>
      <View className="card">
        <Text className="quiet">{t('importHint')}</Text>
        {take.failure ? <FailureNote failure={take.failure} /> : null}
        <Button
          id="choose-file"
          text={take.busy ? t('importing') : t(done ? 'again' : 'choose')}
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
  const t = useTexts()
  return (
    <Section
      title={[
        t('created', { n: done.created }),
        t('updated', { n: done.updated }),
        t('unchanged', { n: done.unchanged }),
      ].join(' · ')}
    >
      {done.rejected.length ? (
        <View className="card card-list" id="rejected">
          <Text className="quiet">{t('rejected', { n: done.rejected.length })}</Text>
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
