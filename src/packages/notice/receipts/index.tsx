import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { Output } from '@domain/contract'
import type { Receipt } from '@domain/notice/contract'
import { receiptStates } from '@domain/notice/kinds'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Badge, Card, Choice, Label, Row, type IconName, type Tone } from '@/ui'
import { More, Page, States } from '@/widgets'
import { ShareBar } from '@/ui/share-bar'
import { showTime } from '@/i18n/when'
import { useTexts } from '../texts'
import '../notice.css'

type Shown = 'all' | Receipt['state']
const looks: Record<Receipt['state'], [Tone, IconName]> = {
  read: ['good', 'check'],
  unread: ['warn', 'clock'],
  absent: ['quiet', 'user'],
}
/**
 * The rows that fill a screen: with a filter, pages are loaded until there are this many.
 */
const perPage = 50
const fillsScreen = 12

/** House by house, or person by person, who has read a notice. */
export default function ReceiptsPage() {
  useKnownSession()
  const t = useTexts()
  const id = useRouter().params.id ?? ''
  const notice = useLoad(() => cloud.notice.get({ id }), [id])
  return (
    <Page title={t('receiptsTitle')} id="page-receipts" who={['butler', 'manager']}>
      <States of={notice} cards={3}>
        {({ title, audience }) => (
          <>
            <Text className="paragraph">{title}</Text>
            <Receipts id={id} byPerson={audience?.kind === 'roles'} />
          </>
        )}
      </States>
    </Page>
  )
}

function Receipts({ id, byPerson }: { id: string; byPerson: boolean }) {
  const t = useTexts()
  const [shown, setShown] = useState<Shown>('all')
  const [sums, setSums] = useState<Pick<Output<'notice', 'receipts'>, 'read' | 'of'>>()
  const receipts = usePages(
    async cursor => {
      const page = await cloud.notice.receipts({ id, limit: perPage, ...(cursor ? { cursor } : {}) })
      if (!cursor) setSums(page)
      return page
    },
    [id],
  )
  const fitting = receipts.data?.items.filter(({ state }) => shown === 'all' || state === shown) ?? []
  // A rare state needs more pages to fill the screen: after each choice and each page.
  const fill = useRef<() => void>(() => undefined)
  fill.current = () => {
    if (shown !== 'all' && fitting.length < fillsScreen) void receipts.more?.()
  }
  const next = receipts.data?.next
  useEffect(() => fill.current(), [shown, next])
  const states: readonly Shown[] = ['all', ...receiptStates.filter(state => !byPerson || state !== 'absent')]
  return (
    <>
      {sums ? <Sums read={sums.read ?? 0} of={sums.of ?? 0} byPerson={byPerson} /> : null}
      <Label text="">
        <Choice
          name="state"
          label={t('receiptsTitle')}
          columns={byPerson ? 3 : 2}
          value={shown}
          options={states.map(value => ({ value, text: t(value) }))}
          onChange={setShown}
        />
      </Label>
      <States of={receipts} cards={3}>
        {() => (
          <>
            {fitting.length === 0 ? (
              <Text className="quiet">{t('receiptsNone')}</Text>
            ) : (
              <View className="card card-list">
                {fitting.map(receipt => (
                  <Line key={receipt.id} receipt={receipt} byPerson={byPerson} />
                ))}
              </View>
            )}
            <More of={receipts} />
          </>
        )}
      </States>
    </>
  )
}

function Sums({ read, of, byPerson }: { read: number; of: number; byPerson: boolean }) {
  const t = useTexts()
  const line = t(byPerson ? 'readPeople' : 'readHouses', { read, of })
  return (
    <Card>
      <Text className="big-count" id="read-count">
        {line}
      </Text>
      <ShareBar of={of} parts={[{ value: read, look: 'main' }]} label={line} />
    </Card>
  )
}

function Line({ receipt: { id, name, state, at }, byPerson }: { receipt: Receipt; byPerson: boolean }) {
  const t = useTexts()
  const lang = useLang()
  const [tone, icon] = looks[state]
  return (
    <Row
      id={`receipt-${id}`}
      title={byPerson ? name || t('erased') : t('houseNo', { code: name })}
      {...(at ? { hint: showTime(at, lang) } : {})}
      end={<Badge text={t(state)} tone={tone} icon={icon} />}
    />
  )
}
