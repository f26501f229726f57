import { Text } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { EventView, RosterLine } from '@domain/event/contract'
import type { Failure } from '@domain/kernel/failure'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Button } from '@/ui'
import { FailureNote, Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { readCode } from '@/device/read-code'
import { ScanArea } from '@/ui/scan-area'
import { deskPosts } from '../lib/desk'
import { useTexts } from '../texts'
import { CheckInResult } from './result'
import '../event.css'
import '../ticket.css'

/** The butler at the door: scan, an answer that fills the screen, scan the next. */
export default function CheckPage() {
  useKnownSession()
  const t = useTexts()
  const { id = '' } = useRouter().params
  const loaded = useLoad(() => cloud.event.get({ id }), [id])
  const count = (line: RosterLine) => {
    const { data } = loaded
    if (data?.desk) loaded.put({ ...data, desk: { ...data.desk, came: data.desk.came + line.party } })
  }
  return (
    <Page title={t('checkTitle')} id="page-check" who={deskPosts}>
      <States of={loaded} cards={1}>
        {event => <Scanner event={event} onCame={count} />}
      </States>
    </Page>
  )
}

/** The form of a ticket in the contract. */
const codeForm = /^[A-Za-z0-9._-]{1,120}$/

/** After these errors the result is unknown: the same code is sent again. */
const unsure = (failure: Failure | undefined): boolean =>
  failure?.code === 'UNAVAILABLE' || failure?.code === 'INTERNAL'

function Scanner({ event, onCame }: { event: EventView; onCame: (line: RosterLine) => void }) {
  const t = useTexts()
  const [line, setLine] = useState<RosterLine>()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState('')
  const checkIn = useSend((requestId, read: string) =>
    cloud.event.checkIn({ id: event.id, code: read }, { requestId }),
  )
  const refused =
    wrong ||
    (checkIn.failure && !unsure(checkIn.failure)
      ? (checkIn.failure.fields?.code ?? checkIn.failure.message)
      : '')
  useEffect(() => {
    if (line || refused)
      void Promise.resolve(line ? Taro.vibrateShort({ type: 'heavy' }) : Taro.vibrateLong()).catch(
        () => undefined,
      )
  }, [line, refused])
  const clear = () => {
    setLine(undefined)
    setWrong('')
    checkIn.clear()
  }
  const send = async (read: string) => {
    setCode(read)
    const came = await checkIn.run(read)
    if (!came) return
    setLine(came)
    onCame(came)
  }
  const scan = async () => {
    clear()
    const read = await readCode()
    if (read === null) return
    if (codeForm.test(read)) await send(read)
    else setWrong(t(read === '' ? 'unreadable' : 'notACode'))
  }
  const counted = t('cameOf', { came: event.desk?.came ?? 0, coming: event.desk?.confirmed ?? 0 })
  if (line || refused)
    return <CheckInResult line={line} refused={refused} counted={counted} onNext={scan} onDone={clear} />
  return (
    <>
      <Text className="event-title">{event.title}</Text>
      <Text className="place-said" id="counted">
        {counted}
      </Text>
      <ScanArea
        text={t('scan')}
        busy={checkIn.busy}
        onTap={() => {
          void scan()
        }}
      />
      {unsure(checkIn.failure) && checkIn.failure ? (
        <FailureNote failure={checkIn.failure} onRetry={() => send(code)} />
      ) : null}
      <Button
        id="by-name"
        kind="plain"
        icon="list"
        text={t('byName')}
        onTap={() => go(`packages/event/roster/index?id=${event.id}`)}
      />
    </>
  )
}
