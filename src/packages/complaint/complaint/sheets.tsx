import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ComplaintView } from '@domain/complaint/contract'
import { categoryWords, statusWords } from '@domain/complaint/wording'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useLang } from '@/i18n/lang'
import { useT, useTexts, useWords } from '@/i18n/texts'
import { Button, Choice, FailureNote, Field, Label, Section, Sheet } from '@/ui'
import { call } from '@/ui/phone'
import { showDay } from '@/ui/when'
import { Rating } from '@/ui/rating'
import { texts, type ComplaintText } from '../texts'

export type Sheeted = 'progress' | 'resolve' | 'invalidate' | 'answer' | 'reopen' | 'withdraw' | 'reveal' | 'callBack'
interface Props { complaint: ComplaintView; onDone: (next: ComplaintView) => void; onClose: () => void }

const fieldOf: Partial<Record<Sheeted, [label: ComplaintText, hint: ComplaintText | null]>> = {
  progress: ['note', 'noteHint'], resolve: ['outcome', 'outcomeHint'], invalidate: ['reason', 'noteHint'], reopen: ['reason', null], withdraw: ['reason', null], answer: ['remark', null],
}

/** One question, one answer. */
export function MoveSheet({ move, complaint, onDone, onClose }: Props & { move: Exclude<Sheeted, 'callBack'> }) {
  const x = useTexts(texts)
  const [typed, setTyped] = useState('')
  const [stars, setStars] = useState(0)
  const { id } = complaint
  const send = useSend((requestId) => {
    const said = typed.trim()
    switch (move) {
      case 'progress': return cloud.complaint.progress({ id, note: said }, { requestId })
      case 'resolve': return cloud.complaint.resolve({ id, outcome: said }, { requestId })
      case 'invalidate': return cloud.complaint.invalidate({ id, reason: said }, { requestId })
      case 'reopen': return cloud.complaint.reopen({ id, reason: said }, { requestId })
      case 'withdraw': return cloud.complaint.withdraw({ id, ...(said ? { reason: said } : {}) }, { requestId })
      default: return cloud.complaint.answer({ id, satisfied: stars, ...(said ? { note: said } : {}) }, { requestId })
    }
  })
  if (move === 'reveal') return <RevealSheet complaint={complaint} onClose={onClose} />
  const [label, hint] = fieldOf[move] ?? ['note', null]
  const optional = move === 'withdraw' || move === 'answer'
  const wrong = Object.values(send.failure?.fields ?? {})[0]
  return (
    <Sheet id={`sheet-${move}`} title={x(move)} onClose={onClose}>
      {move === 'withdraw' ? <Text className='paragraph'>{x('withdrawSure')}</Text> : null}
      {move === 'answer' ? (
        <>
          <Text className='quiet'>{x('answerHint')}</Text>
          <Rating name='satisfied' label={x('answerTitle')} value={stars} onChange={setStars} />
        </>
      ) : null}
      <Field id='said' long optional={optional} label={x(label)} hint={hint ? x(hint) : ''} value={typed} most={500} wrong={wrong} onChange={setTyped} />
      {send.failure && !send.failure.fields ? <FailureNote failure={send.failure} /> : null}
      <Button
        id={`do-${move}`} kind={move === 'invalidate' || move === 'withdraw' ? 'danger' : 'main'} text={x(move)} busy={send.busy}
        disabled={(!optional && !typed.trim()) || (move === 'answer' && stars === 0)} onTap={async () => { const next = await send.run(); if (next) onDone(next) }}
      />
    </Sheet>
  )
}

/** The manager's look behind an anonymous complaint. */
function RevealSheet({ complaint, onClose }: { complaint: ComplaintView; onClose: () => void }) {
  const x = useTexts(texts)
  const t = useT()
  const reveal = useSend(requestId => cloud.complaint.reveal({ id: complaint.id }, { requestId }))
  const [author, setAuthor] = useState<{ name: string; phone: string; house: string | null }>()
  return (
    <Sheet id='sheet-reveal' title={x('reveal')} onClose={onClose}>
      {author
        ? <><Text className='paragraph'>{[author.name, author.house && t('houseNo', { code: author.house })].filter(Boolean).join(' · ')}</Text><Button kind='plain' icon='phone' text={author.phone} onTap={() => call(author.phone)} /></>
        : <><Text className='paragraph'>{x('revealSure')}</Text><Button id='do-reveal' kind='danger' text={x('reveal')} busy={reveal.busy} onTap={async () => setAuthor(await reveal.run())} /></>}
      {reveal.failure ? <FailureNote failure={reveal.failure} /> : null}
    </Sheet>
  )
}

/** What the same house has complained of before, in view while one speaks. */
function History({ id }: { id: string }) {
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  const before = useLoad(() => cloud.complaint.history({ id }), [id])
  if (!before.data) return null
  return (
    <Section title={x('historyTitle')}>
      {before.data.items.length === 0 ? <Text className='quiet'>{x('historyNone')}</Text> : before.data.items.slice(0, 3).map(each => (
        <Text key={each.id} className='card-meta'>{[showDay(each.createdAt, lang), say(categoryWords[each.category]), each.content.slice(0, 24), say(statusWords[each.status]), each.satisfied ? `${each.satisfied}/5` : ''].filter(Boolean).join(' · ')}</Text>
      ))}
    </Section>
  )
}

/** The call-back: dial, ask, and the outcome in three taps. */
export function CallSheet({ complaint, onDone, onClose }: Props) {
  const x = useTexts(texts)
  const [reached, setReached] = useState<'yes' | 'no'>()
  const [stars, setStars] = useState(0)
  const [note, setNote] = useState('')
  const contact = useSend(requestId => cloud.complaint.contact({ id: complaint.id }, { requestId }))
  const record = useSend(requestId => cloud.complaint.callBack({
    id: complaint.id, reached: reached === 'yes', ...(reached === 'yes' ? { satisfied: stars } : {}), ...(note.trim() ? { note: note.trim() } : {}),
  }, { requestId }))
  const dial = async () => {
    const who = await contact.run()
    if (who) call(who.phone)
  }
  return (
    <Sheet id='sheet-callBack' title={x('callSheet')} onClose={onClose}>
      {complaint.actions.includes('contact') ? <Button id='dial' icon='phone' text={x('dial', { name: complaint.author?.name ?? '' })} busy={contact.busy} onTap={dial} /> : null}
      {contact.failure ? <FailureNote failure={contact.failure} /> : null}
      <Text className='paragraph'>{x('askThese')}</Text>
      <History id={complaint.id} />
      <Label text=''>
        <Choice name='reached' label={x('callSheet')} columns={2} value={reached} options={[{ value: 'yes', text: x('reached') }, { value: 'no', text: x('notReached') }]} onChange={setReached} />
      </Label>
      {reached === 'yes' ? <View><Rating name='satisfied' label={x('howSatisfied')} value={stars} onChange={setStars} /><Text className='quiet hint'>{x('bad')}</Text></View> : null}
      {reached ? <Field id='call-note' optional long label={x('callNote')} value={note} most={500} onChange={setNote} /> : null}
      {record.failure ? <FailureNote failure={record.failure} /> : null}
      <Button id='do-callBack' text={x('keepIt')} busy={record.busy} disabled={!reached || (reached === 'yes' && stars === 0)} onTap={async () => { const next = await record.run(); if (next) onDone(next) }} />
    </Sheet>
  )
}
