import { Text, View } from '@tarojs/components'
import { useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Session } from '@domain/account/contract'
import { isPlate, tidyPlate } from '@domain/kernel/plate'
import { answerWords } from '@domain/parking/wording'
import { cloud } from '@/cloud/client'
import { askConsent } from '@/state/consent'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Button, Card, Empty, Field } from '@/ui'
import { FormFailure, Page, States } from '@/widgets'
import { call } from '@/device/phone'
import { PlateField } from '@/ui/plate-field'
import { carIn } from '@/device/scan'
import { useTexts } from '../texts'
import { scanWindscreen } from './scan-windscreen'
import '../parking.css'

/** How often the page looks for the owner's answer, in ms. */
const everyMs = 10_000

/** The reply to a request: its id, and (`told`) whether an owner was notified. */
type Asked = { id: string | null; told: boolean }

/**
 * Asks the owner of a car to move it, by its plate or its windscreen code. `id` is set when the user opens
 * the page from the message with the owner's reply.
 */
export default function MovePage() {
  const t = useTexts()
  const known = useKnownSession()
  const { scene: asked = '', plate = '', id } = useRouter().params
  const [scene, setScene] = useState(() => carIn(decodeURIComponent(asked)))
  const [request, setRequest] = useState<Asked | undefined>(id ? { id, told: true } : undefined)
  const again = () => {
    setScene('')
    setRequest(undefined)
  }
  return (
    <Page title={t('moveTitle')} id="page-move">
      <States of={known} cards={1}>
        {me => {
          if (!mayAsk(me)) return <Empty icon="home" title={t('notBoundMove')} hint={t('notBoundMoveHint')} />
          if (!request)
            return (
              <Ask
                scene={scene}
                known={tidyPlate(decodeURIComponent(plate))}
                onScene={setScene}
                onAsked={setRequest}
              />
            )
          return request.told && request.id ? (
            <Wait id={request.id} onAgain={again} />
          ) : (
            <NotKnown onAgain={again} />
          )
        }}
      </States>
    </Page>
  )
}

const mayAsk = ({ houses, roles }: Session): boolean => houses.length > 0 || roles.includes('guard')

interface AskProps {
  scene: string
  /** A plate that is known already. */
  known: string
  onScene: (scene: string) => void
  onAsked: (request: Asked) => void
}

function Ask({ scene, known, onScene, onAsked }: AskProps) {
  const t = useTexts()
  const [plate, setPlate] = useState(isPlate(known) ? known : '')
  const [note, setNote] = useState('')
  const [isBad, setBad] = useState(false)
  const ask = useSend(requestId =>
    cloud.parking.moveCar(
      { ...(scene ? { scene } : { plate }), ...(note.trim() ? { note: note.trim() } : {}) },
      { requestId },
    ),
  )
  const scan = async () => {
    const read = await scanWindscreen()
    if (read === null) return
    setBad(!read)
    if (read) onScene(read)
  }
  return (
    <>
      <Text className="quiet">{t('moveHint')}</Text>
      {scene ? (
        <Card id="code-read">
          <Text className="card-what">{t('scanned')}</Text>
        </Card>
      ) : (
        <>
          <View className="scan-first">
            <Button id="scan-code" kind="plain" icon="camera" text={t('scanCode')} onTap={scan} />
          </View>
          {isBad ? (
            <Text className="field-wrong" id="bad-code">
              {t('badCode')}
            </Text>
          ) : null}
          <PlateField
            id="plate"
            label={t('orPlate')}
            value={plate}
            wrong={ask.failure?.fields?.plate}
            onChange={setPlate}
          />
        </>
      )}
      <Field
        id="move-note"
        optional
        label={t('moveNote')}
        hint={t('moveNoteHint')}
        value={note}
        most={50}
        wrong={ask.failure?.fields?.note}
        onChange={setNote}
      />
      <FormFailure failure={ask.failure} />
      <Button
        id="ask-move"
        icon="bell"
        text={t('ask')}
        busy={ask.busy}
        disabled={!scene && !isPlate(plate)}
        onTap={async () => {
          askConsent('parkingNews')
          const request = await ask.run()
          if (request) onAsked(request)
        }}
      />
    </>
  )
}

function Wait({ id, onAgain }: { id: string; onAgain: () => void }) {
  const t = useTexts()
  const asked = useLoad(() => cloud.parking.moveAsked({ id }), [id])
  const [isShown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  const { reload } = asked
  const isOver = Boolean(asked.data?.answer ?? asked.failure)
  useEffect(() => {
    if (isOver || !isShown) return undefined
    const timer = setInterval(() => {
      void reload()
    }, everyMs)
    return () => clearInterval(timer)
  }, [isOver, isShown, reload])
  const another = <Button id="another-car" kind="plain" text={t('another')} onTap={onAgain} />
  // A vehicle stores only the latest request to move it.
  if (asked.failure?.code === 'FORBIDDEN')
    return <Empty icon="bell" title={t('askedSince')} hint={t('askedSinceHint')} action={another} />
  return (
    <>
      <States of={asked} cards={1}>
        {({ answer }) => (
          <Empty
            icon={answer ? 'check' : 'bell'}
            title={answer ? t(answerWords[answer]) : t('asked')}
            hint={t(answer ? 'ownerSays' : 'noAnswer')}
            action={
              <>
                {answer === 'cannot' ? <CallOffice /> : null}
                {another}
              </>
            }
          />
        )}
      </States>
      {asked.data ? null : another}
    </>
  )
}

function NotKnown({ onAgain }: { onAgain: () => void }) {
  const t = useTexts()
  return (
    <Empty
      icon="alert"
      title={t('notKnown')}
      hint={t('notKnownHint')}
      action={
        <>
          <CallOffice />
          <Button id="another-car" kind="plain" text={t('another')} onTap={onAgain} />
        </>
      }
    />
  )
}

/** The car is not registered: the office helps. */
function CallOffice() {
  const t = useTexts()
  const phone = useKnownSession().data?.estate?.phone
  return phone ? (
    <Button id="call-office" icon="phone" text={t('callOffice')} onTap={() => call(phone)} />
  ) : null
}
