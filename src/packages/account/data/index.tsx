import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { askSession } from '@/cloud/session'
import { useTexts } from '@/i18n/texts'
import { Button, FailureNote, Page, Section, Sheet } from '@/ui'
import { go, inBrowser, toast } from '@/ui/platform'
import { texts } from '../texts'

/** What is kept about me: a copy of it, and a way out. */
export default function DataPage() {
  const x = useTexts(texts)
  const [leaving, setLeaving] = useState(false)
  const [count, setCount] = useState<number>()
  const copy = useSend(() => cloud.account.exportMine({}))
  return (
    <Page
      title={x('dataTitle')}
      id="page-data"
      over={leaving ? <EraseSheet onClose={() => setLeaving(false)} /> : null}
    >
      <Section>
        <View className="card">
          <Text className="quiet">{x('copyHint')}</Text>
          {count === undefined ? null : <Text className="quiet">{x('counted', { n: count })}</Text>}
          {copy.failure ? <FailureNote failure={copy.failure} /> : null}
          <Button
            id="get-copy"
            kind="plain"
            text={x('getCopy')}
            busy={copy.busy}
            onTap={async () => {
              const mine = await copy.run()
              if (!mine) return
              setCount(Object.values(mine.records).reduce((sum, each) => sum + each.length, 0))
              hand(JSON.stringify(mine, null, 2), () => toast(x('copied')))
            }}
          />
        </View>
        <Button
          id="read-guide"
          kind="quiet"
          text={x('readGuide')}
          onTap={() => go('packages/account/privacy/index')}
        />
      </Section>
      <Section title={x('eraseTitle')}>
        <View className="card">
          <Text className="quiet">{x('eraseHint')}</Text>
          <Button id="erase" kind="danger" text={x('erase')} onTap={() => setLeaving(true)} />
        </View>
      </Section>
    </Page>
  )
}

/** A file in the browser; the clipboard in WeChat, which lets an app keep no file where people find it. */
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
  const x = useTexts(texts)
  const erase = useSend(requestId => cloud.account.erase({ confirm: true }, { requestId }))
  return (
    <Sheet id="erase-sheet" title={x('eraseTitle')} onClose={onClose}>
      <Text className="quiet">{x('eraseHint')}</Text>
      {erase.failure ? <FailureNote failure={erase.failure} /> : null}
      <Button
        id="really-erase"
        kind="danger"
        text={x('eraseSure')}
        busy={erase.busy}
        onTap={async () => {
          if (!(await erase.run())) return
          Taro.clearStorageSync()
          toast(x('erased'))
          await askSession().catch(() => undefined)
          void Taro.switchTab({ url: '/pages/home/index' })
        }}
      />
      <Button kind="plain" text={x('keep')} onTap={onClose} />
    </Sheet>
  )
}
