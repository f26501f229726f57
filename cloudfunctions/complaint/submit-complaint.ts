import type { Input } from '@domain/contract'
import { firstClocks, derived } from '@domain/complaint/clocks'
import type { Complaint } from '@domain/complaint/complaint'
import type { Reader } from '@domain/complaint/states'
import { viewComplaint } from '@domain/complaint/view'
import { estateDay } from '@domain/kernel/estate-time'
import { forbidden, invalid, Refusal } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { isResident, livesIn, posts } from '@domain/kernel/people'
import { anonymousKey, seal } from '../_kit/author'
import { addCarrier } from '../_kit/carriers'
import { authorOf } from '../_kit/consult-records'
import { byOf, changed, complaints, readerOf } from '../_kit/complaint-write'
import { estateOf, type SetEstate } from '../_kit/estate'
import type { Person } from '../_kit/records'
import { action } from '../_kit/serve'
import { checkPhotos, refuseUnsafe } from '../_kit/safety'

type SubmitInput = Input<'complaint', 'submit'>

const aboutPersonOf = ({ about }: SubmitInput): string | null =>
  (typeof about === 'object' && about.kind === 'person' && about.id !== undefined ? about.id : null)

/** The id comes from caller and requestId, so that sending it again finds what it made. */
export const submitComplaint = action('complaint', 'submit', {
  alsoPersons: input => [aboutPersonOf(input)].filter(openid => openid !== null),
  async run({ input, caller: sender, others, now, requestKey }) {
    const caller = input.fromMessage === undefined ? sender : await authorOf(input.fromMessage, sender, now)
    if (!isResident(caller)) throw forbidden()
    const house = input.houseId ?? (caller.houses.length === 1 ? caller.houses[0]?.houseId : undefined)
    if (house !== undefined && !livesIn(caller, house)) throw forbidden()
    const estate = await estateOf(caller.estateId ?? '')
    const reader = readerOf(caller)
    const { reopenDays } = estate.settings.complaint
    if (!input.content && !input.voice) throw invalid('content', '请说说情况，或录一段语音', 'Say what happened, or record it')
    if (input.content) await refuseUnsafe(sender.openid, input.content)
    const complaint = draft({ ...input, ...(house ? { houseId: house } : {}) }, reader, estate, others, now, requestKey)
    if (await addCarrier('complaints', complaint)) {
      // The errand of a named one asks later; here the author is known for the last time.
      if (complaint.anonymous && complaint.unchecked.length) await checkPhotos('complaints', complaint._id, complaint.unchecked, caller.openid)
      return viewComplaint(complaint, reader, now, reopenDays)
    }
    const made = await complaints.byId(requestKey)
    if (made === null) throw new Refusal('UNAVAILABLE')
    return viewComplaint(made, reader, now, reopenDays)
  },
})

function draft(input: SubmitInput, reader: Reader, estate: SetEstate, others: Person[], now: Date, id: string): Complaint {
  const anonymous = input.anonymous ?? false
  const house = reader.houses.find(one => one.houseId === input.houseId)
  const { photos = [] } = input
  const clocks = firstClocks(now, estate.settings.complaint)
  const contact = { name: reader.name, phone: reader.phone }
  const blank: Complaint = {
    _id: id, estateId: estate._id, no: `T${estateDay(now, estate.zone).slice(2).replaceAll('-', '')}-${id.slice(0, 6).toUpperCase()}`, key: sortKey(now, id), rev: 0,
    status: 'submitted', category: input.category, content: input.content ?? '', voice: input.voice ?? null, photos, unchecked: photos,
    about: aboutOf(input, others, estate._id), aboutPerson: aboutPersonOf(input), anonymous,
    authorKey: anonymous ? anonymousKey(reader.openid) : reader.openid, sealed: anonymous ? seal({ ...contact, house: house?.code ?? null }, id) : null,
    contact: anonymous ? null : contact, houseId: anonymous ? null : house?.houseId ?? null, house: anonymous ? null : house?.code ?? null,
    clocks, ...derived({ status: 'submitted', clocks, _id: id, createdAt: now.toISOString() }),
    handlers: [], escalated: false, outcome: null, resolvedAt: null, satisfied: null, reopened: 0, calls: [], asked: false,
    timeline: [], createdAt: now.toISOString(), changedKey: '', outbox: [], outboxDue: false, marks: [],
  }
  const post = blank.aboutPerson === null ? 'butler' as const : 'manager' as const
  return changed(blank, { set: {}, step: { what: 'submitted' }, tell: [{ kind: 'submitted', to: { post } }] }, byOf(blank, reader), now, { key: id, action: 'submit' })
}

function aboutOf({ about }: SubmitInput, others: Person[], estateId: string): Complaint['about'] {
  if (about === undefined) return null
  if (typeof about === 'string') return { kind: 'place', id: null, text: about }
  if (about.kind !== 'person' || about.id === undefined) return { kind: about.kind, id: about.id ?? null, text: about.text ?? '' }
  const person = others.find(one => one._id === about.id && posts.some(post => one.posts.some(held => held.estateId === estateId && held.post === post)))
  if (!person) throw invalid('about.id', '没有这位工作人员', 'No such person on the staff')
  return { kind: 'person', id: about.id, text: about.text ?? person.name }
}
