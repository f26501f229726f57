import { Text, View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Button, Choice, Empty, Label } from '@/ui'
import { NotBound, Page, States } from '@/widgets'
import { useNow } from '@/ui/use-now'
import { handle } from '@/ui/control'
import { showSpan, showTime } from '@/i18n/when'
import { useTexts } from '../texts'
import { HandOver } from './hand-over'
import { MakeSheet, type Making } from './make-sheet'
import { Message } from './message'
import { Write } from './write'
import '../consult.css'

/** How often the page looks for new messages, in ms. */
const everyMs = 10_000
const newest = 20
/** The page size of the function. */
const most = 50
const pageEnd = 1_000_000

/** The conversation of a house with the desk, round the clock. */
export default function ThreadPage() {
  const t = useTexts()
  const me = useKnownSession()
  const asked = useRouter().params.house
  const [picked, setPicked] = useState('')
  const houses = me.data?.houses ?? []
  const houseId = asked ?? (picked || houses[0]?.id)
  if (!me.data)
    return (
      <Page title={t('threadTitle')} id="page-thread">
        <States of={me} cards={2}>
          {() => null}
        </States>
      </Page>
    )
  if (!houseId)
    return (
      <Page title={t('threadTitle')} id="page-thread">
        <NotBound />
      </Page>
    )
  const isDesk =
    me.data.roles.some(role => role === 'butler' || role === 'manager') &&
    !houses.some(house => house.id === houseId)
  return (
    <Conversation key={houseId} houseId={houseId} isDesk={isDesk}>
      {!asked && houses.length > 1 ? (
        <Label text={t('which')}>
          <Choice
            name="house"
            label={t('which')}
            value={houseId}
            options={houses.map(house => ({ value: house.id, text: t('houseNo', { code: house.code }) }))}
            onChange={setPicked}
          />
        </Label>
      ) : null}
    </Conversation>
  )
}

function Conversation({
  houseId,
  isDesk,
  children,
}: {
  houseId: string
  isDesk: boolean
  children: ReactNode
}) {
  const t = useTexts()
  const [limit, setLimit] = useState(newest)
  const thread = useLoad(() => cloud.consult.thread({ houseId, limit }), [houseId, limit])
  const [making, setMaking] = useState<Making>()
  const [handing, setHanding] = useState(false)
  useEvery(everyMs, () => {
    void thread.reload()
  })
  const head = thread.data?.thread
  const last = thread.data?.items[0]?.id
  // As in every chat, the page scrolls to the latest message.
  useEffect(() => {
    if (last)
      setTimeout(() => {
        void Taro.pageScrollTo({ scrollTop: pageEnd, duration: 0 })
      }, 50)
  }, [last])
  const made = new Set(thread.data?.items.flatMap(message => message.made?.of ?? []))
  return (
    <Page
      title={isDesk && head ? t('houseNo', { code: head.house }) : t('threadTitle')}
      id="page-thread"
      foot={<Write houseId={houseId} isDesk={isDesk} onSent={thread.reload} />}
      over={
        <>
          {making ? (
            <MakeSheet
              making={making}
              onClose={() => setMaking(undefined)}
              onMade={async () => {
                setMaking(undefined)
                await thread.reload()
              }}
            />
          ) : null}
          {handing ? (
            <HandOver
              houseId={houseId}
              onClose={() => setHanding(false)}
              onDone={async () => {
                setHanding(false)
                await thread.reload()
              }}
            />
          ) : null}
        </>
      }
    >
      {children}
      {isDesk || !thread.data ? null : (
        <Text className="quiet consult-promise">{t('promise', { n: thread.data.answerMinutes })}</Text>
      )}
      <States of={thread} cards={3}>
        {({ items, next, pictures }) => (
          <>
            {next && limit < most ? (
              <Button id="older" kind="quiet" small text={t('older')} onTap={() => setLimit(most)} />
            ) : null}
            {items.length === 0 ? (
              <Empty icon="bell" title={t('empty')} hint={t('emptyHint')} />
            ) : (
              [...items]
                .reverse()
                .map(message => (
                  <Message
                    key={message.id}
                    message={message}
                    pictures={pictures}
                    mayMake={
                      message.side === 'house' &&
                      !message.made &&
                      !made.has(message.id) &&
                      (isDesk || message.mine)
                    }
                    onMake={kind => setMaking({ kind, message, houseId, isDesk })}
                  />
                ))
            )}
          </>
        )}
      </States>
      {head?.answerBy ? <Waits by={head.answerBy} /> : null}
      {isDesk ? (
        <Button id="hand-over" kind="quiet" small text={t('handOver')} onTap={() => setHanding(true)} />
      ) : null}
      <View className="compose-room" />
    </Page>
  )
}

/** The clock of the first answer. */
function Waits({ by }: { by: string }) {
  const t = useTexts()
  const lang = useLang()
  const left = Date.parse(by) - useNow()
  return (
    <View className={`clock${left < 0 ? ' clock-late' : ''}`} {...handle('waits')}>
      <Text className="clock-words">
        {left < 0
          ? t('late', { time: showSpan(left, lang) })
          : t('waits', { time: showTime(by, lang), left: showSpan(left, lang) })}
      </Text>
    </View>
  )
}

/** Repeats the work while the page is in view. */
function useEvery(ms: number, work: () => void): void {
  const [shown, setShown] = useState(true)
  const latest = useRef(work)
  latest.current = work
  useDidHide(() => setShown(false))
  useDidShow(() => setShown(true))
  useEffect(() => {
    if (!shown) return undefined
    const timer = setInterval(() => latest.current(), ms)
    return () => clearInterval(timer)
  }, [ms, shown])
}
