import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ComplaintView, Move } from '@domain/complaint/contract'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Button, Card, Section } from '@/ui'
import { FailureNote, Page, States } from '@/widgets'
import { toast } from '@/device/platform'
import { showDay } from '@/i18n/when'
import { useTexts } from '../texts'
import { CallSheet } from './call-sheet'
import { useDial } from './dial'
import { Progress } from './progress'
import { MoveSheet, type Sheeted } from './sheets'
import { What } from './what'

/** One page for every reader of a complaint; `actions` decides what each can do on it. */
export default function ComplaintPage() {
  useKnownSession()
  const t = useTexts()
  const id = useRouter().params.id ?? ''
  const loaded = useLoad(() => cloud.complaint.get({ id }), [id])
  const [sheet, setSheet] = useState<Sheeted>()
  const data = loaded.data
  const close = () => setSheet(undefined)
  const done = (next: ComplaintView) => {
    setSheet(undefined)
    const pictures = { ...data?.pictures, ...next.pictures }
    loaded.put({ ...next, pictures })
    // The reply to a step has no addresses for the photos that the step added.
    if (next.timeline.some(({ photos = [] }) => photos.some(photo => !pictures[photo]))) void loaded.reload()
    toast(t('done'))
  }
  return (
    <Page
      title={t('oneTitle')}
      id="page-complaint"
      foot={
        data && foot(data).length ? (
          <View className="buttons">
            {foot(data).map((move, n) => (
              <Act key={move} move={move} complaint={data} main={n === 0} onDone={done} onSheet={setSheet} />
            ))}
          </View>
        ) : undefined
      }
      over={
        <>
          {data && sheet === 'callBack' ? <CallSheet complaint={data} onDone={done} onClose={close} /> : null}
          {data && sheet && sheet !== 'callBack' ? (
            <MoveSheet move={sheet} complaint={data} onDone={done} onClose={close} />
          ) : null}
        </>
      }
    >
      <States of={loaded} cards={3}>
        {complaint => <Body complaint={complaint} onDone={done} onSheet={setSheet} />}
      </States>
    </Page>
  )
}

const thumb: Move[] = ['answer', 'callBack', 'accept', 'resolve', 'progress']
const aside: Move[] = ['reopen', 'contact', 'invalidate', 'withdraw', 'reveal']
const foot = (complaint: ComplaintView): Move[] =>
  thumb.filter(move => complaint.actions.includes(move)).slice(0, 2)

interface Doing {
  complaint: ComplaintView
  onDone: (next: ComplaintView) => void
  onSheet: (move: Sheeted) => void
}

const isFinal = (move: Move): boolean => move === 'invalidate' || move === 'withdraw'

function Act({ move, complaint, main, onDone, onSheet }: Doing & { move: Move; main?: boolean }) {
  const t = useTexts()
  const accept = useSend(requestId => cloud.complaint.accept({ id: complaint.id }, { requestId }))
  const dial = useDial(complaint.id)
  const kind = isFinal(move) ? 'danger' : 'plain'
  const tap = async () => {
    if (move === 'contact') return dial.run()
    if (move !== 'accept') return onSheet(move as Sheeted)
    const next = await accept.run()
    if (next) onDone(next)
  }
  const text = move === 'contact' ? t('dial', { name: complaint.author?.name ?? '' }) : t(move)
  return (
    <View className="step-button">
      <Button
        id={`action-${move}`}
        kind={main ? 'main' : kind}
        text={text}
        busy={accept.busy || dial.busy}
        onTap={tap}
        {...(move === 'callBack' || move === 'contact' ? { icon: 'phone' as const } : {})}
      />
      {(accept.failure ?? dial.failure) ? <FailureNote failure={(accept.failure ?? dial.failure)!} /> : null}
    </View>
  )
}

function Outcome({ complaint: { outcome, status, satisfied } }: { complaint: ComplaintView }) {
  const t = useTexts()
  if (outcome === null || !['resolved', 'called_back', 'closed'].includes(status)) return null
  return (
    <Section title={t('outcome')}>
      <Card tone="soft">
        <Text>{outcome}</Text>
        {satisfied && status !== 'resolved' ? (
          <Text className="card-meta">
            {t('satisfied')} {satisfied} / 5
          </Text>
        ) : null}
      </Card>
    </Section>
  )
}

/** Staff who handled a complaint do not make its call-back. */
function CalledByColleague({ complaint: { status, anonymous, actions } }: { complaint: ComplaintView }) {
  const t = useTexts()
  const roles = useKnownSession().data?.roles ?? []
  const isDesk = roles.includes('butler') || roles.includes('manager')
  const mayCall = actions.includes('callBack') || actions.includes('answer')
  if (status !== 'resolved' || !isDesk || anonymous || mayCall) return null
  return <Text className="quiet hint">{t('byColleague')}</Text>
}

function Body({ complaint, onDone, onSheet }: Doing) {
  const t = useTexts()
  const lang = useLang()
  const beside = aside.filter(
    move =>
      complaint.actions.includes(move) && !(move === 'contact' && complaint.actions.includes('callBack')),
  )
  return (
    <>
      <What complaint={complaint} />
      <Outcome complaint={complaint} />
      <CalledByColleague complaint={complaint} />
      <Section title={t('progressTitle')}>
        <Progress complaint={complaint} />
      </Section>
      {complaint.reopenUntil && complaint.actions.includes('reopen') ? (
        <Text className="quiet hint">{t('reopenUntil', { day: showDay(complaint.reopenUntil, lang) })}</Text>
      ) : null}
      {beside.length ? (
        <View className="buttons">
          {beside.map(move => (
            <Act key={move} move={move} complaint={complaint} onDone={onDone} onSheet={onSheet} />
          ))}
        </View>
      ) : null}
    </>
  )
}
