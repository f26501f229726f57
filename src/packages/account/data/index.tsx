import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { askSession } from '@/state/session'
import { Button, Section, Sheet } from '@/ui'
import { FailureNote, Page } from '@/widgets'
import { go } from '@/device/navigate'
import { inBrowser, toast } from '@/device/platform'
import { useTexts } from '../texts'

/** The user's own data: get a copy, delete the account. */
export default function DataPage() {
  const t = useTexts()
  const [leaving, setLeaving] = useState(false)
  const [count, setCount] = useState<number>()
  const copy = useSend(() => cloud.account.exportMine({}))
  return (
    <Page
      title={t('dataTitle')}
      id="page-data"
      over={leaving ? <EraseSheet onClose={() => setLeaving(false)} /> : null}
    >
      <Section>
        <View className="card">
          <Text className="quiet">{t('copyHint')}</Text>
          {count === undefined ? null : <Text className="quiet">{t('counted', { n: count })}</Text>}
          {copy.failure ? <FailureNote failure={copy.failure} /> : null}
          <Button
            id="get-copy"
            kind="plain"
            text={t('getCopy')}
            busy={copy.busy}
            onTap={async () => {
              const mine = await copy.run()
              if (!mine) return
              setCount(Object.values(mine.records).reduce((sum, each) => sum + each.length, 0))
              hand(JSON.stringify(mine, null, 2), () => toast(t('copied')))
            }}
          />
        </View>
        <Button
          id="read-guide"
          kind="quiet"
          text={t('readGuide')}
          onTap={() => go('packages/account/privacy/index')}
        />
      </Section>
      <Section title={t('eraseTitle')}>
        <View className="card">
          <Text className="quiet">{t('eraseHint')}</Text>
          <Button id="erase" kind="danger" text={t('erase')} onTap={() => setLeaving(true)} />
        </View>
      </Section>
    </Page>
  )
}

/** A file in the browser; the clipboard in WeChat, where an app cannot save a file that users can find. */
function hand(text: string, copied: () => void): void {
  if (!inBrowser) {
    void Taro.setClipboardData({ data: text }).then(copied)
    return
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = 'anlin-my-data.json'
  link.click()
}

function EraseSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  const erase = useSend(requestId => cloud.account.erase({ confirm: true }, { requestId }))
  return (
    <Sheet id="erase-sheet" title={t('eraseTitle')} onClose={onClose}>
      <Text className="quiet">{t('eraseHint')}</Text>
      {erase.failure ? <FailureNote failure={erase.failure} /> : null}
      <Button
        id="really-erase"
        kind="danger"
        text={t('eraseSure')}
        busy={erase.busy}
        onTap={async () => {
          if (!(await erase.run())) return
          Taro.clearStorageSync()
          toast(t('erased'))
          await askSession().catch(() => undefined)
          void Taro.switchTab({ url: '/pages/home/index' })
        }}
      />
      <Button kind="plain" text={t('keep')} onTap={onClose} />
    </Sheet>
  )
}
