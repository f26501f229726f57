import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { EventView } from '@domain/event/contract'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Button, Empty, Icon } from '@/ui'
import { FailureNote, Page, States } from '@/widgets'
import { control, region } from '@/ui/control'
import { inBrowser } from '@/device/platform'
import { readCode } from '@/device/read-code'
import { doorIn, scanScene } from '@/device/scan'
import { showTime } from '@/i18n/when'
import { openEvent } from '../lib/event-card'
import { peopleWords } from '../lib/looks'
import { showStretch } from '../lib/when'
import { useTexts } from '../texts'
import '../event.css'
import '../ticket.css'

/** The page that the code at an event's door opens: residents check in with one tap. */
export default function DoorPage() {
  useKnownSession()
  const t = useTexts()
  const asked = useRouter().params.scene ?? ''
  const [scene, setScene] = useState(() => doorIn(decodeURIComponent(asked)))
  return (
    <Page title={t('doorTitle')} id="page-door">
      {scene ? <Door scene={scene} /> : <FindDoor onFound={setScene} />}
    </Page>
  )
}

function FindDoor({ onFound }: { onFound: (scene: string) => void }) {
  const t = useTexts()
  const [wrong, setWrong] = useState(false)
  const scan = async () => {
    const read = inBrowser ? await readCode() : await scanScene()
    if (read === null) return
    const scene = doorIn(read)
    setWrong(!scene)
    if (scene) onFound(scene)
  }
  return (
    <Empty
      icon="camera"
      title={t('findDoor')}
      hint={t(wrong ? 'noDoor' : 'findDoorHint')}
      action={<Button id="scan-door" icon="camera" text={t('scan')} onTap={scan} />}
    />
  )
}

function Door({ scene }: { scene: string }) {
  const t = useTexts()
  const event = useLoad(() => cloud.event.get({ scene }), [scene])
  const bad = event.failure && ['FORBIDDEN', 'INVALID_INPUT', 'NOT_BOUND'].includes(event.failure.code)
  if (bad && !event.data) return <Empty icon="alert" title={t('badDoor')} hint={t('badDoorHint')} />
  return (
    <States of={event} cards={2}>
      {shown => <AtDoor event={shown} scene={scene} onIn={event.reload} />}
    </States>
  )
}

function AtDoor({ event, scene, onIn }: { event: EventView; scene: string; onIn: () => Promise<void> }) {
  const lang = useLang()
  return (
    <View className="door-centred">
      <Text className="event-title">{event.title}</Text>
      <Text className="quiet">{[showStretch(event, lang), event.place].join(' · ')}</Text>
      <Entry event={event} scene={scene} onIn={onIn} />
    </View>
  )
}

/** What the resident can do at the door, by the state of their sign-up. */
function Entry({ event, scene, onIn }: { event: EventView; scene: string; onIn: () => Promise<void> }) {
  const t = useTexts()
  const lang = useLang()
  const { mine, status } = event
  const see = <Button id="see-event" kind="plain" text={t('seeEvent')} onTap={() => openEvent(event.id)} />
  if (status === 'cancelled')
    return (
      <Empty
        icon="close"
        title={t('cancelled')}
        {...(event.reason === null ? {} : { hint: event.reason })}
        action={see}
      />
    )
  if (mine === null) return <Empty icon="user" title={t('notSignedUp')} action={see} />
  if (mine.state !== 'confirmed')
    return (
      <Empty
        icon="clock"
        title={t('noSeatYet')}
        {...(mine.position === null ? {} : { hint: t('position', { n: mine.position }) })}
        action={see}
      />
    )
  if (mine.checkedInAt !== null) {
    return (
      <View id="door-in" {...region('status')}>
        <View className="door-here door-in">
          <Icon name="check" big />
          <Text className="door-here-word">{t('checkedIn')}</Text>
        </View>
        <Text className="place-said">{t('checkedInAt', { time: showTime(mine.checkedInAt, lang) })}</Text>
        <Text className="quiet">{[peopleWords(mine.party, lang), t('enjoy')].join(' · ')}</Text>
      </View>
    )
  }
  return <Here event={event} scene={scene} party={mine.party} onIn={onIn} />
}

function Here({
  event,
  scene,
  party,
  onIn,
}: {
  event: EventView
  scene: string
  party: number
  onIn: () => Promise<void>
}) {
  const t = useTexts()
  const lang = useLang()
  const checkIn = useSend(requestId => cloud.event.checkIn({ id: event.id, code: scene }, { requestId }))
  const tap = async () => {
    if (await checkIn.run()) await onIn()
  }
  return (
    <>
      <View
        className={`door-here${checkIn.busy ? ' button-still' : ''}`}
        hoverClass="pressed"
        {...control('button', {
          label: t('here'),
          id: 'here',
          disabled: checkIn.busy,
          onTap: () => {
            void tap()
          },
        })}
      >
        <Icon name="pin" big />
        <Text className="door-here-word">{t('here')}</Text>
        <Text>{peopleWords(party, lang)}</Text>
      </View>
      {checkIn.failure ? <FailureNote failure={checkIn.failure} /> : null}
    </>
  )
}
