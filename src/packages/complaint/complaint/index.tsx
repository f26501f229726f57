import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ClockName, ComplaintView, Move } from '@domain/complaint/contract'
import { categoryWords, clockWords, statusWords, stepWords } from '@domain/complaint/wording'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/cloud/session'
import { useLang } from '@/i18n/lang'
import { useT, useTexts, useWords } from '@/i18n/texts'
import { Badge, Button, Card, FailureNote, Icon, Page, Section, States } from '@/ui'
import { Photos } from '@/ui/photos'
import { go, toast } from '@/ui/platform'
import { Timeline, type Step } from '@/ui/timeline'
import { showDay, showTime } from '@/ui/when'
import { looks, useCalls } from '../card'
import { ComplaintClock, runningClocks, useWhos } from '../clock'
import { texts, type ComplaintText } from '../texts'
import { VoicePlayer } from '../voice'
import { CallSheet } from './call-sheet'
import { useDial } from './dial'
import { MoveSheet, type Sheeted } from './sheets'

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
const aside: Move[] = ['reopen', 'contact', 'invalidate', 'withdraw', 'reveal']
const foot = (complaint: ComplaintView): Move[] => thumb.filter(move => complaint.actions.includes(move)).slice(0, 2)

interface Doing { complaint: ComplaintView; onDone: (next: ComplaintView) => void; onSheet: (move: Sheeted) => void }

function Act({ move, complaint, main, onDone, onSheet }: Doing & { move: Move; main?: boolean }) {
  const x = useTexts(texts)
  const accept = useSend(requestId => cloud.complaint.accept({ id: complaint.id }, { requestId }))
  const dial = useDial(complaint.id)
  const kind = main ? 'main' : move === 'invalidate' || move === 'withdraw' ? 'danger' : 'plain'
  const tap = async () => {
    if (move === 'contact') return dial.run()
    if (move !== 'accept') return onSheet(move as Sheeted)
    const next = await accept.run()
    if (next) onDone(next)
  }
  const text = move === 'contact' ? x('dial', { name: complaint.author?.name ?? '' }) : x(move as ComplaintText)
  return (
    <View className='step-button'>
      <Button id={`action-${move}`} kind={kind} text={text} busy={accept.busy || dial.busy} onTap={tap} {...(move === 'callBack' || move === 'contact' ? { icon: 'phone' as const } : {})} />
      {accept.failure ?? dial.failure ? <FailureNote failure={(accept.failure ?? dial.failure)!} /> : null}
    </View>
  )
}

function Body({ complaint, onDone, onSheet }: Doing) {
  const x = useTexts(texts)
  const lang = useLang()
  const roles = useKnownSession().data?.roles ?? []
  const answered = complaint.outcome !== null && ['resolved', 'called_back', 'closed'].includes(complaint.status)
  const beside = aside.filter(move => complaint.actions.includes(move) && !(move === 'contact' && complaint.actions.includes('callBack')))
  return (
    <>
      <What complaint={complaint} />
      {answered ? (
        <Section title={x('outcome')}>
          <Card tone='soft'>
            <Text>{complaint.outcome}</Text>
            {complaint.satisfied ? <Text className='card-meta'>{x('satisfied')} {complaint.satisfied} / 5</Text> : null}
          </Card>
        </Section>
      ) : null}
      {complaint.status === 'resolved' && roles.includes('butler') && !complaint.anonymous && !complaint.actions.includes('callBack') && !complaint.actions.includes('answer') ? <Text className='quiet hint'>{x('byColleague')}</Text> : null}
      <Section title={x('progressTitle')}><Progress complaint={complaint} /></Section>
      {complaint.reopenUntil && complaint.actions.includes('reopen') ? <Text className='quiet hint'>{x('reopenUntil', { day: showDay(complaint.reopenUntil, lang) })}</Text> : null}
      {beside.length ? <View className='buttons'>{beside.map(move => <Act key={move} move={move} complaint={complaint} onDone={onDone} onSheet={onSheet} />)}</View> : null}
    </>
  )
}

/** What is wrong, who says so, and the promise that runs out first. */
function What({ complaint }: { complaint: ComplaintView }) {
  const t = useT()
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  const calls = useCalls()(complaint)
  const [tone, icon] = looks[complaint.status]
  const [clock] = runningClocks(complaint)
  const photos = complaint.photos.flatMap(id => complaint.pictures[id] ?? [])
  return (
    <Card>
      <View className='card-top'>
        <View className='card-what'><Icon name='flag' /><Text>{say(categoryWords[complaint.category])}</Text></View>
        <Badge text={say(statusWords[complaint.status])} tone={tone} icon={icon} />
      </View>
      {complaint.content ? <Text className='card-text'>{complaint.content}</Text> : null}
      {complaint.voice && complaint.pictures[complaint.voice.fileID] ? <VoicePlayer url={complaint.pictures[complaint.voice.fileID]!} seconds={complaint.voice.seconds} /> : null}
      {photos.length ? <Photos urls={photos} /> : null}
      <Text className='card-meta'>{[complaint.no, showTime(complaint.createdAt, lang)].join(' · ')}</Text>
      <About about={complaint.about} />
      <Text className='card-meta'>{x('from')} · {complaint.anonymous ? x('anon') : [complaint.author?.name, complaint.house && t('houseNo', { code: complaint.house })].filter(Boolean).join(' · ')}</Text>
      {complaint.reopened ? <Text className='card-meta'>{x('again', { n: complaint.reopened })}</Text> : null}
      {complaint.handledBy === 'manager' && complaint.status === 'handling' ? <Text className='card-meta'>{x('byManager')}</Text> : null}
      {calls ? <Text className='card-meta'>{calls}</Text> : null}
      {clock ? <ComplaintClock clock={clock} /> : null}
    </Card>
  )
}

function About({ about }: { about: ComplaintView['about'] }) {
  const x = useTexts(texts)
  if (about === null) return null
  const { kind, id, text } = about
  if (kind === 'repair' && id) return <Button id='about-repair' kind='plain' small icon='wrench' text={x('aboutOrder', { no: text })} onTap={() => go(`packages/repair/order/index?id=${id}`)} />
  const what = x(kind === 'repair' ? 'aboutRepair' : kind === 'person' ? 'aboutPerson' : kind === 'charge' ? 'aboutCharge' : 'about')
  const said = text || (kind === 'repair' ? x('aboutSealed') : '')
  return said ? <Text className='card-meta'>{what} · {said}</Text> : null
}

/** The line of time: what is next and by when, then what happened. */
function Progress({ complaint }: { complaint: ComplaintView }) {
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  const who = useWhos()
  const pictures = (ids: readonly string[]): string[] => ids.flatMap(id => complaint.pictures[id] ?? [])
  const awaited = (name: ClockName): string => (name === 'callBack' && complaint.asked && complaint.actions.includes('answer') ? x('toBeAnswered') : say(clockWords[name]))
  const next: Step[] = complaint.status === 'called_back' ? [{ key: 'close', title: x('toBeClosed'), when: '', next: true }]
    : runningClocks(complaint).reverse().map(({ name, dueAt }) => ({ key: `next-${name}`, title: awaited(name), when: x('nextBy', { time: showTime(dueAt, lang) }), next: true, late: Date.parse(dueAt) < Date.now() }))
  const past = [...complaint.timeline].reverse().map((step): Step => {
    const late = step.what === 'overdue'
    const note = late ? (step.told?.length ? x('haveTold', { who: who(step.told) }) : undefined) : step.note
    return {
      key: `${step.at}${step.what}`, title: late && step.late ? `${say(stepWords.overdue)} · ${step.late.map(name => say(clockWords[name])).join(' · ')}` : say(stepWords[step.what]),
      when: showTime(step.at, lang), late, ...(step.by.name ? { who: step.by.name } : {}), photos: pictures(step.photos ?? []),
      ...(note || step.satisfied ? { note: [step.satisfied ? `${step.satisfied} / 5` : '', note].filter(Boolean).join(' · ') } : {}),
    }
  })
  return <Timeline steps={[...next, ...past]} />
}
