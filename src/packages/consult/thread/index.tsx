import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { ConsultMessage } from '@domain/consult/contract'
import { cloud } from '@/cloud/client'
import { askConsent } from '@/cloud/consent'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/cloud/session'
import { useLang } from '@/i18n/lang'
import { useT, useTexts } from '@/i18n/texts'
import { Button, Choice, Empty, FailureNote, Field, Label, Page, Sheet, States } from '@/ui'
import { PhotoPicker, Photos, type Photo } from '@/ui/photos'
import { go, handle, toast } from '@/ui/platform'
import { showSpan, showTime } from '@/ui/when'
import { texts } from '../texts'
import { MakeSheet, type Making } from './make-sheet'
import '../consult.css'

/** Somebody may answer any moment; ms. */
const everyMs = 10_000

/** The conversation of a house with the desk, round the clock. */
export default function ThreadPage() {
  const t = useT()
  const x = useTexts(texts)
  const me = useKnownSession()
  const asked = useRouter().params.house
  const [picked, setPicked] = useState('')
  const houses = me.data?.houses ?? []
  const houseId = asked ?? (picked || houses[0]?.id)
  if (!me.data) return <Page title={x('threadTitle')} id='page-thread'><States of={me} cards={2}>{() => null}</States></Page>
  if (!houseId) return <Page title={x('threadTitle')} id='page-thread'><Empty icon='home' title={t('notBound')} hint={t('notBoundHint')} /></Page>
  const isDesk = me.data.roles.some(role => role === 'butler' || role === 'manager') && !houses.some(house => house.id === houseId)
  return (
    <Page title={x('threadTitle')} id='page-thread'>
      {!asked && houses.length > 1 ? <Label text={x('which')}><Choice name='house' label={x('which')} value={houseId} options={houses.map(house => ({ value: house.id, text: t('houseNo', { code: house.code }) }))} onChange={setPicked} /></Label> : null}
      <Conversation key={houseId} houseId={houseId} isDesk={isDesk} />
    </Page>
  )
}

function Conversation({ houseId, isDesk }: { houseId: string; isDesk: boolean }) {
  const x = useTexts(texts)
  const lang = useLang()
  const [most, setMost] = useState(20)
  const thread = useLoad(() => cloud.consult.thread({ houseId, limit: most }), [houseId, most])
  const [making, setMaking] = useState<Making>()
  useEffect(() => {
    const timer = setInterval(() => { void thread.reload() }, everyMs)
    return () => clearInterval(timer)
  }, [])
  return (
    <>
      {isDesk ? null : <Text className='quiet hint'>{x('promise')}</Text>}
      <States of={thread} cards={3}>
        {({ items, next, thread: head, pictures }) => (
          <>
            {next && most < 50 ? <Button id='older' kind='quiet' small text={x('older')} onTap={() => setMost(50)} /> : null}
            {items.length === 0 ? <Empty icon='bell' title={x('empty')} hint={x('emptyHint')} /> : [...items].reverse().map(message => (
              <Said key={message.id} message={message} pictures={pictures} onMake={kind => setMaking({ kind, message, houseId, isDesk })} mayMake={message.side === 'house' && !message.made && (isDesk || message.mine)} />
            ))}
            {head?.answerBy ? <Text className='quiet hint' {...handle('waits')}>{Date.parse(head.answerBy) < Date.now() ? x('late', { time: showSpan(Date.now() - Date.parse(head.answerBy), lang) }) : x('waits', { time: showTime(head.answerBy, lang) })}</Text> : null}
          </>
        )}
      </States>
      <Write houseId={houseId} isDesk={isDesk} onSent={thread.reload} />
      {making ? <MakeSheet making={making} onClose={() => setMaking(undefined)} onMade={async () => { setMaking(undefined); await thread.reload() }} /> : null}
    </>
  )
}

interface SaidProps { message: ConsultMessage; pictures: Record<string, string>; mayMake: boolean; onMake: (kind: Making['kind']) => void }

function Said({ message, pictures, mayMake, onMake }: SaidProps) {
  const x = useTexts(texts)
  const lang = useLang()
  const { made } = message
  const who = message.handOver ? `${x('handed')} · ${message.name}` : message.side === 'desk' ? x('desk', { name: message.name }) : message.name
  return (
    <View className={`said${message.handOver ? ' said-aside' : message.mine ? ' said-mine' : ''}`} {...handle(`said-${message.id}`)}>
      <Text className='card-meta'>{[who, showTime(message.at, lang)].filter(Boolean).join(' · ')}</Text>
      {message.text ? <Text className='said-text' userSelect>{message.text}</Text> : null}
      <Photos urls={message.photos.flatMap(photo => pictures[photo] ?? [])} />
      {made ? <Button id={`made-${made.id}`} kind='plain' small text={x(made.kind === 'repair' ? 'madeRepair' : 'madeComplaint', { no: made.no })} onTap={() => go(`packages/${made.kind === 'repair' ? 'repair/order' : 'complaint/complaint'}/index?id=${made.id}`)} /> : null}
      {mayMake ? (
        <View className='buttons'>
          <Button id={`to-repair-${message.id}`} kind='quiet' small text={x('toRepair')} onTap={() => onMake('repair')} />
          <Button id={`to-complaint-${message.id}`} kind='quiet' small text={x('toComplaint')} onTap={() => onMake('complaint')} />
        </View>
      ) : null}
    </View>
  )
}

function Write({ houseId, isDesk, onSent }: { houseId: string; isDesk: boolean; onSent: () => Promise<void> }) {
  const t = useT()
  const x = useTexts(texts)
  const [typed, setTyped] = useState('')
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const latest = useRef(photos)
  latest.current = photos
  const [uploading, setUploading] = useState(false)
  const [handing, setHanding] = useState(false)
  const say = useSend(requestId => cloud.consult.say({ houseId, ...(typed.trim() ? { text: typed.trim() } : {}), ...(photos.length ? { photos: photos.map(({ fileID }) => fileID) } : {}) }, { requestId }))
  const tap = async () => {
    if (!isDesk) askConsent('houseNews')
    if (!await say.run()) return
    setTyped('')
    setPhotos([])
    await onSent()
  }
  return (
    <View className='card'>
      <Field id='message' long label={x('write')} value={typed} most={1000} wrong={say.failure?.fields?.text} onChange={setTyped} />
      <Label text={t('photos')} optional><PhotoPicker value={photos} onBusy={setUploading} onChange={(change) => { latest.current = change(latest.current); setPhotos(latest.current) }} /></Label>
      {say.failure && !say.failure.fields ? <FailureNote failure={say.failure} /> : null}
      <Button id='send-message' text={uploading ? x('waitPhotos') : x('send')} busy={say.busy} disabled={uploading || (!typed.trim() && photos.length === 0)} onTap={tap} />
      {isDesk ? <Button id='hand-over' kind='plain' text={x('handOver')} onTap={() => setHanding(true)} /> : null}
      {handing ? <HandOver houseId={houseId} onClose={() => setHanding(false)} onDone={async () => { setHanding(false); await onSent() }} /> : null}
    </View>
  )
}

function HandOver({ houseId, onClose, onDone }: { houseId: string; onClose: () => void; onDone: () => Promise<void> }) {
  const x = useTexts(texts)
  const [note, setNote] = useState('')
  const hand = useSend(requestId => cloud.consult.handOver({ houseId, note: note.trim() }, { requestId }))
  return (
    <Sheet id='hand-over-sheet' title={x('handOver')} onClose={onClose}>
      <Field id='hand-over-note' long label={x('handOver')} hint={x('handOverHint')} value={note} most={500} onChange={setNote} />
      {hand.failure ? <FailureNote failure={hand.failure} /> : null}
      <Button id='do-hand-over' text={x('send')} busy={hand.busy} disabled={!note.trim()} onTap={async () => { if (await hand.run()) { toast(x('sent')); await onDone() } }} />
    </Sheet>
  )
}
