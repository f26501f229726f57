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

/** One page for everybody who has to do with a complaint; `actions` decides what they can do on it. */
export default function ComplaintPage() {
  useKnownSession()
  const t = useTexts()
  const id = useRouter().params.id ?? ''
  const loaded = useLoad(() => cloud.complaint.get({ id }), [id])
  const [sheet, setSheet] = useState<Sheeted>()
  const data = loaded.data
  const done = (next: ComplaintView) => {
    setSheet(undefined)
    const pictures = { ...data?.pictures, ...next.pictures }
    loaded.put({ ...next, pictures })
    // A step's answer has no addresses for the photos that it brought.
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
        data && sheet ? (
          sheet === 'callBack' ? (
            <CallSheet complaint={data} onDone={done} onClose={() => setSheet(undefined)} />
          ) : (
            <MoveSheet move={sheet} complaint={data} onDone={done} onClose={() => setSheet(undefined)} />
          )
        ) : null
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

function Act({ move, complaint, main, onDone, onSheet }: Doing & { move: Move; main?: boolean }) {
  const t = useTexts()
  const accept = useSend(requestId => cloud.complaint.accept({ id: complaint.id }, { requestId }))
  const dial = useDial(complaint.id)
  const kind = main ? 'main' : move === 'invalidate' || move === 'withdraw' ? 'danger' : 'plain'
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
        kind={kind}
        text={text}
        busy={accept.busy || dial.busy}
        onTap={tap}
        {...(move === 'callBack' || move === 'contact' ? { icon: 'phone' as const } : {})}
      />
      {(accept.failure ?? dial.failure) ? <FailureNote failure={(accept.failure ?? dial.failure)!} /> : null}
    </View>
  )
}

function Body({ complaint, onDone, onSheet }: Doing) {
  const t = useTexts()
  const lang = useLang()
  const roles = useKnownSession().data?.roles ?? []
  const answered =
    complaint.outcome !== null && ['resolved', 'called_back', 'closed'].includes(complaint.status)
  const beside = aside.filter(
    move =>
      complaint.actions.includes(move) && !(move === 'contact' && complaint.actions.includes('callBack')),
  )
  return (
    <>
      <What complaint={complaint} />
      {answered ? (
        <Section title={t('outcome')}>
          <Card tone="soft">
            <Text>{complaint.outcome}</Text>
            {complaint.satisfied && complaint.status !== 'resolved' ? (
              <Text className="card-meta">
                {t('satisfied')} {complaint.satisfied} / 5
              </Text>
            ) : null}
          </Card>
        </Section>
      ) : null}
      {complaint.status === 'resolved' &&
      (roles.includes('butler') || roles.includes('manager')) &&
      !complaint.anonymous &&
      !complaint.actions.includes('callBack') &&
      !complaint.actions.includes('answer') ? (
        <Text className="quiet hint">{t('byColleague')}</Text>
      ) : null}
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
