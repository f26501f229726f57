import { deriveFields, firstClocks, type Derived } from '@domain/complaint/clocks'
import type { Complaint } from '@domain/complaint/complaint'
import type { Reader } from '@domain/complaint/states'
import { postOf } from '@domain/complaint/who'
import type { Input } from '@domain/contract'
import { sortKey } from '@domain/kernel/paging'
import { recordNumber } from '@domain/kernel/record-number'
import type { Mark } from '@domain/notice/outbox'
import type { SetEstate } from '../_kit/estate'
import { anonymousKey, seal } from '../_services/complaint/author'
import { byOf, nextComplaint } from '../_services/complaint/write'
import type { Subject } from './read-subject'

interface Submission {
  input: Input<'complaint', 'submit'>
  /** The author's house that the complaint belongs to, if any. */
  houseId: string | undefined
  subject: Subject
  reader: Reader
  estate: SetEstate
  now: Date
  mark: Mark
}

/** A complaint as it is first stored, with the message to the post that handles it. */
export function newComplaint({ input, houseId, subject, reader, estate, now, mark }: Submission): Complaint {
  const id = mark.key
  const { photos = [] } = input
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
    about: subject.about,
    aboutPerson: subject.person,
    aboutManager: subject.isManager,
    ...authorFields(reader, houseId, input.anonymous ? { order: subject.order, id } : null),
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
  return nextComplaint(
    complaint,
    {
      set: {},
      step: { what: 'submitted' },
      notify: [{ kind: 'submitted', to: { post: postOf(complaint) } }],
    },
    { by: byOf(complaint, reader), now, mark },
  )
}

type AuthorFields = Pick<Complaint, 'anonymous' | 'authorKey' | 'sealed' | 'contact' | 'houseId' | 'house'>

/** Who wrote a complaint; of an anonymous one only a keyed hash and the sealed envelope. */
function authorFields(
  { openid, name, phone, houses }: Reader,
  houseId: string | undefined,
  anonymous: { order: Subject['order']; id: string } | null,
): AuthorFields {
  const house = houses.find(each => each.houseId === houseId)
  if (anonymous === null)
    return {
      anonymous: false,
      authorKey: openid,
      sealed: null,
      contact: { name, phone },
      houseId: house?.houseId ?? null,
      house: house?.code ?? null,
    }
  return {
    anonymous: true,
    authorKey: anonymousKey(openid),
    sealed: seal({ name, phone, house: house?.code ?? null, order: anonymous.order }, anonymous.id),
    contact: null,
    houseId: null,
    house: null,
  }
}
