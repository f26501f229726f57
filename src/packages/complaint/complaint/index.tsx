import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ComplaintView, Move } from '@domain/complaint/contract'
import { categoryWords, clockWords, statusWords, stepWords } from '@domain/complaint/wording'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/cloud/session'
import { useLang } from '@/i18n/lang'
import { useT, useTexts, useWords } from '@/i18n/texts'
import { Badge, Button, Card, FailureNote, Icon, Page, Row, Section, States } from '@/ui'
import { Photos } from '@/ui/photos'
import { toast } from '@/ui/platform'
import { Timeline } from '@/ui/timeline'
import { showTime } from '@/ui/when'
import { isOpen, looks, nextClock } from '../card'
import { texts, type ComplaintText } from '../texts'
import { VoicePlayer } from '../voice'
import { CallSheet, MoveSheet, type Sheeted } from './sheets'

/** One page for everybody who has to do with a complaint; `actions` decides what they can do on it. */
export default function ComplaintPage() {
  useKnownSession()
  const x = useTexts(texts)
  const id = useRouter().params.id ?? ''
  const loaded = useLoad(() => cloud.complaint.get({ id }), [id])
  const [sheet, setSheet] = useState<Sheeted>()
  const data = loaded.data
  const done = (next: ComplaintView) => {
    setSheet(undefined)
    loaded.put({ ...next, pictures: { ...data?.pictures, ...next.pictures } })
    toast(x('done'))
  }
  return (
    <Page
      title={x('oneTitle')} id='page-complaint'
      foot={data && foot(data).length ? <View className='buttons'>{foot(data).map((move, n) => <Act key={move} move={move} complaint={data} main={n === 0} onDone={done} onSheet={setSheet} />)}</View> : undefined}
      over={data && sheet ? sheet === 'callBack' ? <CallSheet complaint={data} onDone={done} onClose={() => setSheet(undefined)} /> : <MoveSheet move={sheet} complaint={data} onDone={done} onClose={() => setSheet(undefined)} /> : null}
    >
      <States of={loaded} cards={3}>{complaint => <Body complaint={complaint} onDone={done} onSheet={setSheet} />}</States>
    </Page>
  )
}

const thumb: Move[] = ['answer', 'callBack', 'accept', 'resolve', 'progress']
const aside: Move[] = ['reopen', 'invalidate', 'withdraw', 'reveal']
const foot = (complaint: ComplaintView): Move[] => thumb.filter(move => complaint.actions.includes(move)).slice(0, 2)

interface Doing { complaint: ComplaintView; onDone: (next: ComplaintView) => void; onSheet: (move: Sheeted) => void }

function Act({ move, complaint, main, onDone, onSheet }: Doing & { move: Move; main?: boolean }) {
  const x = useTexts(texts)
  const accept = useSend(requestId => cloud.complaint.accept({ id: complaint.id }, { requestId }))
  const kind = main ? 'main' : move === 'invalidate' || move === 'withdraw' ? 'danger' : 'plain'
  const tap = async () => {
    if (move !== 'accept') return onSheet(move as Sheeted)
    const next = await accept.run()
    if (next) onDone(next)
  }
  return (
    <View className='step-button'>
      <Button id={`action-${move}`} kind={kind} text={x(move as ComplaintText)} busy={accept.busy} onTap={tap} {...(move === 'callBack' ? { icon: 'phone' as const } : {})} />
      {accept.failure ? <FailureNote failure={accept.failure} /> : null}
    </View>
  )
}

function Body({ complaint, onDone, onSheet }: Doing) {
  const t = useT()
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  const [tone, icon] = looks[complaint.status]
  const clock = nextClock(complaint, isOpen(complaint))
  const pictures = (ids: readonly string[]): string[] => ids.flatMap(id => complaint.pictures[id] ?? [])
  const late = (what: string): boolean => what === 'overdue'
  return (
    <>
      <Card>
        <View className='card-top'>
          <View className='card-what'><Icon name='flag' /><Text>{say(categoryWords[complaint.category])}</Text></View>
          <Badge text={say(statusWords[complaint.status])} tone={tone} icon={icon} />
        </View>
        {complaint.content ? <Text className='card-text'>{complaint.content}</Text> : null}
        {complaint.voice && complaint.pictures[complaint.voice.fileID] ? <VoicePlayer url={complaint.pictures[complaint.voice.fileID]!} seconds={complaint.voice.seconds} /> : null}
        {pictures(complaint.photos).length ? <Photos urls={pictures(complaint.photos)} /> : null}
        <Text className='card-meta'>{[complaint.no, showTime(complaint.createdAt, lang)].join(' · ')}</Text>
        {complaint.about?.text ? <Text className='card-meta'>{x('about')} · {complaint.about.text}</Text> : null}
        <Text className='card-meta'>{x('from')} · {complaint.anonymous ? x('anon') : [complaint.author?.name, complaint.house && t('houseNo', { code: complaint.house })].filter(Boolean).join(' · ')}</Text>
        {complaint.reopened ? <Text className='card-meta'>{x('again', { n: complaint.reopened })}</Text> : null}
      </Card>
      {clock ? (
        <Section title={x('next')}>
          <View className='card card-list'><Row icon='clock' title={x('nextBy', { what: say(clockWords[clock.name]), time: showTime(clock.dueAt, lang) })} hint={[complaint.asked ? x('askedInApp') : '', complaint.tries ? x('triedTimes', { n: complaint.tries }) : ''].filter(Boolean).join(' · ')} /></View>
        </Section>
      ) : null}
      {complaint.outcome ? (
        <Section title={x('outcome')}>
          <Card tone='soft'>
            <Text className='card-text'>{complaint.outcome}</Text>
            {complaint.satisfied ? <Text className='card-meta'>{x('satisfied')} {complaint.satisfied} / 5</Text> : null}
          </Card>
        </Section>
      ) : null}
      <Section title={x('progressTitle')}>
        <Timeline
          steps={[...complaint.timeline].reverse().map(step => ({
            key: `${step.at}${step.what}`, title: say(stepWords[step.what]), when: showTime(step.at, lang), late: late(step.what),
            ...(step.by.name ? { who: step.by.name } : {}), ...(step.note && !late(step.what) ? { note: step.note } : {}), photos: pictures(step.photos ?? []),
          }))}
        />
      </Section>
      <View className='buttons'>
        {aside.filter(move => complaint.actions.includes(move)).map(move => <Act key={move} move={move} complaint={complaint} onDone={onDone} onSheet={onSheet} />)}
      </View>
    </>
  )
}
