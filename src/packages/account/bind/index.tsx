import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { inBrowser } from '@/device/platform'
import { scanScene, sceneIn } from '@/device/scan'
import { Button, Empty, Field } from '@/ui'
import { Page, States } from '@/widgets'
import { useTexts } from '../texts'
import { JoinForm } from './join-form'

/** Joins a house by its scanned code. */
export default function BindPage() {
  const t = useTexts()
  const asked = useRouter().params.scene ?? ''
  const [scene, setScene] = useState(() => sceneIn(decodeURIComponent(asked)))
  return (
    <Page title={t('bindTitle')} id="page-bind">
      {scene ? <Join scene={scene} onAnother={() => setScene('')} /> : <FindCode onFound={setScene} />}
    </Page>
  )
}

function FindCode({ onFound }: { onFound: (scene: string) => void }) {
  const t = useTexts()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const take = (text: string) => {
    const scene = sceneIn(text)
    setWrong(!scene)
    if (scene) onFound(scene)
  }
  if (!inBrowser) {
    return (
      <Empty
        icon="home"
        title={t('scan')}
        hint={wrong ? t('badCode') : t('scanHint')}
        action={
          <Button
            id="scan"
            text={t('scan')}
            onTap={async () => {
              const text = await scanScene()
              if (text !== null) take(text)
            }}
          />
        }
      />
    )
  }
  return (
    <View className="card">
      <Field
        id="scene"
        label={t('code')}
        hint={t('codeHint')}
        value={typed}
        most={200}
        onChange={setTyped}
        wrong={wrong ? t('badCode') : undefined}
      />
      <Button id="use-code" text={t('useCode')} disabled={!typed.trim()} onTap={() => take(typed)} />
    </View>
  )
}

function Join({ scene, onAnother }: { scene: string; onAnother: () => void }) {
  const t = useTexts()
  const found = useLoad(() => cloud.account.lookupCode({ scene }), [scene])
  if (found.failure?.code === 'FORBIDDEN' || found.failure?.code === 'INVALID_INPUT') {
    return (
      <Empty
        icon="alert"
        title={t('badCode')}
        action={<Button id="another-code" kind="plain" text={t('scan')} onTap={onAnother} />}
      />
    )
  }
  return <States of={found}>{place => <JoinForm scene={scene} place={place} />}</States>
}
