import { Image, Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import type { EventView } from '@domain/event/contract'
import { checkInHours } from '@domain/event/kinds'
import { useLang } from '@/i18n/lang'
import { Badge, Button, Card } from '@/ui'
import { codePicture } from '@/ui/code-picture'
import { go } from '@/device/navigate'
import { inBrowser, toast } from '@/device/platform'
import { region } from '@/ui/control'
import { readCode } from '@/device/read-code'
import { doorIn, scanScene } from '@/device/scan'
import { showTime } from '@/i18n/when'
import { Countdown } from '../lib/countdown'
import { peopleWords, placeLook } from '../lib/looks'
import { useTexts, type EventText } from '../texts'

type Mine = NonNullable<EventView['mine']>
export const withdrawWords: Record<Mine['state'], EventText> = {
  confirmed: 'withdraw',
  held: 'giveUp',
  waiting: 'leaveLine',
}
interface Props {
  event: EventView
  mine: Mine
  onWithdraw: () => void
}

/** The resident's own sign-up: the check-in code, or the place on the waiting list. */
export function MyPlace({ event, mine, onWithdraw }: Props) {
  const t = useTexts()
  const lang = useLang()
  const { words, tone, icon } = placeLook(mine)
  const goes = event.status === 'open' || event.status === 'closed'
  return (
    <Card id="my-place" tone={mine.state === 'held' ? 'waiting' : 'plain'}>
      <View className="card-top">
        <Badge text={t(words)} tone={tone} icon={icon} />
        <Text>{peopleWords(mine.party, lang)}</Text>
      </View>
      {mine.checkedInAt !== null ? (
        <Text className="place-said" id="checked-in">
          {t('checkedInAt', { time: showTime(mine.checkedInAt, lang) })}
        </Text>
      ) : null}
      {mine.state === 'waiting' && mine.position !== null ? (
        <>
          <Text className="place-said" id="position">
            {t('position', { n: mine.position })}
          </Text>
          <Text className="card-meta">{t('positionHint')}</Text>
        </>
      ) : null}
      {mine.state === 'held' && mine.heldUntil !== null ? (
        <Countdown id="held-clock" name={t('held')} until={mine.heldUntil} then={t('heldHint')} />
      ) : null}
      {goes && mine.state === 'confirmed' && mine.checkedInAt === null ? (
        <Ticket ticket={mine.ticket} near={Date.parse(event.startsAt) - Date.now() < nearMs} />
      ) : null}
      {event.actions.includes('withdraw') ? (
        <Button id="withdraw" kind="quiet" text={t(withdrawWords[mine.state])} onTap={onWithdraw} />
      ) : null}
    </Card>
  )
}

/** Check-in opens this long before the start. */
const nearMs = checkInHours.before * 3_600_000

/** The code holds nothing about the person. The phone draws it, so that no picture of it is stored. */
function Ticket({ ticket, near }: { ticket: string | null; near: boolean }) {
  const t = useTexts()
  const picture = useMemo(() => (ticket === null ? '' : codePicture(ticket)), [ticket])
  const scan = async () => {
    const read = inBrowser ? await readCode() : await scanScene()
    if (read === null) return
    const scene = doorIn(read)
    if (scene) go(`packages/event/door/index?scene=${scene}`)
    else toast(t('noDoor'))
  }
  return (
    <>
      <View className="ticket" {...region('img', t('myCode'))}>
        {picture ? (
          <Image className="ticket-picture" id="my-code" src={picture} mode="aspectFit" />
        ) : (
          <View className="ticket-picture bone" />
        )}
        <Text className="ticket-hint">{t('showCode')}</Text>
      </View>
      {near ? <Button id="scan-door" kind="plain" icon="camera" text={t('scanDoor')} onTap={scan} /> : null}
    </>
  )
}
