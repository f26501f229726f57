import { firstClocks, deriveFields, type Derived } from '@domain/complaint/clocks'
import { unknownStaff, type Complaint } from '@domain/complaint/complaint'
import type { Reader } from '@domain/complaint/states'
import { viewComplaint } from '@domain/complaint/view'
import { postOf } from '@domain/complaint/who'
import type { Input } from '@domain/contract'
import { forbidden, invalid } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { isResident, livesIn } from '@domain/kernel/people'
import { recordNumber } from '@domain/kernel/record-number'
import type { Mark } from '@domain/notice/outbox'
import { isTheirs, type Order } from '@domain/repair/order'
import { estateOf, type SetEstate } from '../_kit/estate'
import { addOnce } from '../_kit/outbox'
import { type Person } from '../_kit/records'
import { checkPhotos, refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { anonymousKey, seal, type Author } from '../_services/complaint/author'
import { complaints } from '../_services/complaint/records'
import { byOf, changed, readerOf } from '../_services/complaint/write'
import { authorOf, madeKey } from '../_services/consult/records'
import { orders } from '../_services/repair/records'

type SubmitInput = Input<'complaint', 'submit'>

const aboutIdOf = (kind: 'person' | 'repair', { about }: SubmitInput): string | null =>
  typeof about === 'object' && about.kind === kind && about.id !== undefined ? about.id : null

/**
 * The id comes from caller and requestId, or from the message that it is made of, so that sending it again
 * finds what it made.
 */
export const submitComplaint = action<'complaint', 'submit', Order | null>('complaint', 'submit', {
  alsoPersons: input => [aboutIdOf('person', input)].filter(openid => openid !== null),
  load: async input => {
    const order = aboutIdOf('repair', input)
    return order === null ? null : orders.byId(order)
  },
  async run({ input, caller: sender, loaded: order, others, now, requestKey, request }) {
    if (input.fromMessage !== undefined && input.anonymous)
      throw invalid(
        'anonymous',
        '咨询里说的话有姓名，不能匿名提交',
        'What was said in a conversation has a name',
      )
    const caller = input.fromMessage === undefined ? sender : await authorOf(input.fromMessage, sender, now)
    if (!isResident(caller)) throw forbidden()
    const house = input.houseId ?? (caller.houses.length === 1 ? caller.houses[0]?.houseId : undefined)
    if (house !== undefined && !livesIn(caller, house)) throw forbidden()
    const estate = await readEstate(caller.estateId ?? '')
    const reader = readerOf(caller)
    const { reopenDays } = estate.settings.complaint
    if (!input.content && !input.voice && !input.photos?.length)
      throw invalid(
        'content',
        '请说说情况，或录一段语音、拍一张照片',
        'Say what happened, record it, or take a photo',
      )
    const about = aboutOf(input, reader, others, order)
    await refuseUnsafe(sender.openid, input.content, about.about?.text)
    const id = input.fromMessage === undefined ? requestKey : madeKey('complaint', input.fromMessage)
    const complaint = draft(
      { ...input, ...(house ? { houseId: house } : {}) },
      { about, reader, estate, now, mark: { ...request, key: id } },
    )
    const made = await addOnce(complaints, complaint, request)
    // The after-write of a named complaint asks later; here the author of an anonymous one is known for the
    // last time.
    if (made === complaint && complaint.anonymous && complaint.unchecked.length)
      await checkPhotos(complaints, complaint._id, complaint.unchecked, caller.openid)
    return viewComplaint(made, reader, now, reopenDays)
  },
})

/** What it is about, and whom it must not reach for that. */
interface About {
  about: Complaint['about']
  order: Author['order']
  person: string | null
  isManager: boolean
}

/**
 * @throws Refusal INVALID_INPUT on `about.id` when there is no such person on the staff, or no such repair of
 * theirs;
 * on `about.text` when a place, a charge or a repair is not named at all
 */
function aboutOf(
  { about, anonymous, category }: SubmitInput,
  reader: Reader,
  others: Person[],
  order: Order | null,
): About {
  const nobody = { order: null, person: category === 'person' ? unknownStaff : null, isManager: false }
  if (about === undefined) return { about: null, ...nobody }
  if (typeof about === 'string') return { about: { kind: 'place', id: null, text: about }, ...nobody }
  const { kind, id, text = '' } = about
  if (kind === 'repair' && id !== undefined) {
    if (
      order === null ||
      order.estateId !== reader.estateId ||
      (order.place === 'house' && !isTheirs(order, reader))
    )
      throw invalid('about.id', '没有这张报修单', 'No such repair of yours')
    // The order names a house: of an anonymous complaint it is sealed with the name.
    const its = { id, no: order.no }
    return anonymous
      ? { about: { kind, id: null, text }, ...nobody, order: its }
      : { about: { kind, id, text: text || order.no }, ...nobody }
  }
  if (id === undefined) {
    if (kind !== 'person' && !text) throw invalid('about.text', '请说明是哪里、哪一项', 'Say which')
    return {
      about: { kind, id: null, text },
      ...nobody,
      ...(kind === 'person' ? { person: unknownStaff } : {}),
    }
  }
  if (kind !== 'person') return { about: { kind, id, text }, ...nobody }
  const person = others.find(one => one._id === id)
  const held =
    person?.posts.filter(({ estateId }) => estateId === reader.estateId).map(({ post }) => post) ?? []
  if (!person || held.length === 0)
    throw invalid('about.id', '没有这位工作人员', 'No such person on the staff')
  return {
    about: { kind, id, text: text || person.name },
    order: null,
    person: id,
    isManager: held.includes('manager'),
  }
}

interface Filing {
  about: About
  reader: Reader
  estate: SetEstate
  now: Date
  mark: Mark
}

function draft(
  input: SubmitInput,
  { about: { about, order, person, isManager }, reader, estate, now, mark }: Filing,
): Complaint {
  const id = mark.key
  const anonymous = input.anonymous ?? false
  const house = reader.houses.find(one => one.houseId === input.houseId)
  const { photos = [] } = input
  const contact = { name: reader.name, phone: reader.phone }
  const blank: Omit<Complaint, keyof Derived> = {
    _id: id,
    estateId: estate._id,
    no: recordNumber('T', { at: now, zone: estate.zone, id }),
    key: sortKey(now, id),
    rev: 0,
    status: 'submitted',
    category: input.category,
    content: input.content ?? '',
    voice: input.voice ?? null,
    photos,
    unchecked: photos,
    about,
    aboutPerson: person,
    aboutManager: isManager,
    anonymous,
    authorKey: anonymous ? anonymousKey(reader.openid) : reader.openid,
    sealed: anonymous ? seal({ ...contact, house: house?.code ?? null, order }, id) : null,
    contact: anonymous ? null : contact,
    houseId: anonymous ? null : (house?.houseId ?? null),
    house: anonymous ? null : (house?.code ?? null),
    clocks: firstClocks(now, estate.settings.complaint),
    handlers: [],
    escalated: false,
    outcome: null,
    resolvedAt: null,
    satisfied: null,
    reopened: 0,
    calls: [],
    callFrom: '',
    asked: false,
    timeline: [],
    createdAt: now.toISOString(),
    changedKey: '',
    outbox: [],
    outboxDue: false,
    marks: [],
  }
  const complaint = { ...blank, ...deriveFields(blank) }
  return changed(
    complaint,
    {
      set: {},
      step: { what: 'submitted' },
      notify: [{ kind: 'submitted', to: { post: postOf(complaint) } }],
    },
    byOf(complaint, reader),
    now,
    mark,
  )
}
