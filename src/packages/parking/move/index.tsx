import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { isPlate } from '@domain/kernel/plate'
import { answerWords } from '@domain/parking/wording'
import { cloud } from '@/cloud/client'
import { askConsent } from '@/cloud/consent'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/cloud/session'
import { useT, useTexts, useWords } from '@/i18n/texts'
import { Button, Card, Empty, FailureNote, Field, Page, Skeleton } from '@/ui'
import { call } from '@/ui/phone'
import { PlateField } from '@/ui/plate-field'
import { inBrowser } from '@/ui/platform'
import { carIn, scanScene } from '@/ui/scan'
import { texts } from '../texts'

/** How often whoever waits looks for the answer; ms. */
const everyMs = 10_000

/** A car is in the way: its plate or its code, and the owner is told. */
export default function MovePage() {
  const x = useTexts(texts)
  const known = useKnownSession()
  const { scene: asked = '' } = useRouter().params
  const [scene, setScene] = useState(() => carIn(decodeURIComponent(asked)))
  const [told, setTold] = useState<{ id: string | null; told: boolean }>()
  const again = () => { setScene(''); setTold(undefined) }
  return (
    <Page title={x('moveTitle')} id='page-move'>
      {!known.data ? <Skeleton /> : !told ? <Ask scene={scene} onScene={setScene} onTold={setTold} /> : told.told && told.id ? <Wait id={told.id} onAgain={again} /> : <NotKnown onAgain={again} />}
    </Page>
  )
}

function Ask({ scene, onScene, onTold }: { scene: string; onScene: (scene: string) => void; onTold: (told: { id: string | null; told: boolean }) => void }) {
  const x = useTexts(texts)
  const [plate, setPlate] = useState('')
  const [note, setNote] = useState('')
  const [bad, setBad] = useState(false)
  const ask = useSend(requestId => cloud.parking.moveCar({ ...(scene ? { scene } : { plate }), ...(note.trim() ? { note: note.trim() } : {}) }, { requestId }))
  const scan = async () => {
    const read = await scanScene()
    if (read === null) return
    const found = carIn(read)
    setBad(!found)
    if (found) onScene(found)
  }
  return (
    <>
      <Text className='quiet hint'>{x('moveHint')}</Text>
      {scene ? <Card id='code-read'><Text className='card-what'>{x('scanned')}</Text></Card> : (
        <>
          {inBrowser ? null : <Button id='scan-code' kind='plain' icon='camera' text={x('scanCode')} onTap={scan} />}
          {bad ? <Text className='field-wrong'>{x('badCode')}</Text> : null}
          <PlateField id='plate' label={x('plate')} value={plate} wrong={ask.failure?.fields?.plate} onChange={setPlate} />
        </>
      )}
      <Field id='move-note' optional label={x('moveNote')} hint={x('moveNoteHint')} value={note} most={50} wrong={ask.failure?.fields?.note} onChange={setNote} />
      {ask.failure && !ask.failure.fields ? <FailureNote failure={ask.failure} /> : null}
      <Button id='ask-move' icon='bell' text={x('ask')} busy={ask.busy} disabled={!scene && !isPlate(plate)} onTap={async () => { askConsent('parkingNews'); const told = await ask.run(); if (told) onTold(told) }} />
    </>
  )
}

function Wait({ id, onAgain }: { id: string; onAgain: () => void }) {
  const x = useTexts(texts)
  const say = useWords()
  const asked = useLoad(() => cloud.parking.moveAsked({ id }), [id])
  const answer = asked.data?.answer
  useEffect(() => {
    if (answer) return undefined
    const timer = setInterval(() => { void asked.reload() }, everyMs)
    return () => clearInterval(timer)
  }, [answer])
  return <Empty icon={answer ? 'check' : 'bell'} title={answer ? say(answerWords[answer]) : x('asked')} hint={x(answer ? 'ownerSays' : 'noAnswer')} action={<Button id='another-car' kind='plain' text={x('another')} onTap={onAgain} />} />
}

function NotKnown({ onAgain }: { onAgain: () => void }) {
  const t = useT()
  const x = useTexts(texts)
  const phone = useKnownSession().data?.estate?.phone
  return (
    <Empty
      icon='alert' title={x('notKnown')} hint={x('notKnownHint')}
      action={<>{phone ? <Button icon='phone' text={t('callOffice')} onTap={() => call(phone)} /> : null}<Button id='another-car' kind='plain' text={x('another')} onTap={onAgain} /></>}
    />
  )
}
