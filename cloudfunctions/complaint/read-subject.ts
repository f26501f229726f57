import { unknownStaff, type Complaint } from '@domain/complaint/complaint'
import type { Reader } from '@domain/complaint/states'
import type { Input } from '@domain/contract'
import { invalid } from '@domain/kernel/failure'
import { isTheirs, type Order } from '@domain/repair/order'
import type { Person } from '../_kit/records'
import type { Author } from '../_services/complaint/author'

type SubmitInput = Input<'complaint', 'submit'>

/** What a complaint is about, and who must not receive it for that reason. */
export interface Subject {
  about: Complaint['about']
  /** The repair that an anonymous complaint is about; it is sealed with the author's name. */
  order: Author['order']
  person: Complaint['aboutPerson']
  isManager: boolean
}

interface Known {
  reader: Reader
  /** The persons that the input names. */
  persons: readonly Person[]
  /** The repair that the input names. */
  order: Order | null
}

/** The id of the person or the repair that a complaint names, or null. */
export const subjectId = (kind: 'person' | 'repair', { about }: SubmitInput): string | null =>
  typeof about === 'object' && about.kind === kind && about.id !== undefined ? about.id : null

/**
 * @throws Refusal INVALID_INPUT on `about.id` when the staff has no such person, or the author no such
 * repair; on `about.text` when a place, a charge or a repair is not named at all
 */
export function readSubject({ about, anonymous, category }: SubmitInput, known: Known): Subject {
  const person = category === 'person' ? unknownStaff : null
  const unnamed: Subject = { about: null, order: null, person, isManager: false }
  if (about === undefined) return unnamed
  if (typeof about === 'string') return { ...unnamed, about: { kind: 'place', id: null, text: about } }
  const { kind, id, text = '' } = about
  if (kind === 'person') return id === undefined ? unknownPerson(text) : knownPerson(id, text, known)
  if (id === undefined && !text) throw invalid('about.text', '请说明是哪里、哪一项', 'Enter which one it is')
  if (kind !== 'repair' || id === undefined) return { ...unnamed, about: { kind, id: id ?? null, text } }
  const { no } = ownOrder(known)
  // The order names a house: on an anonymous complaint it is sealed with the author's name.
  return anonymous
    ? { ...unnamed, about: { kind, id: null, text }, order: { id, no } }
    : { ...unnamed, about: { kind, id, text: text || no } }
}

const unknownPerson = (text: string): Subject => ({
  about: { kind: 'person', id: null, text },
  order: null,
  person: unknownStaff,
  isManager: false,
})

function knownPerson(id: string, text: string, { reader, persons }: Known): Subject {
  const person = persons.find(each => each._id === id)
  const posts = person?.posts.filter(({ estateId }) => estateId === reader.estateId) ?? []
  if (!person || posts.length === 0)
    throw invalid('about.id', '没有这位工作人员', 'The staff has no such person')
  return {
    about: { kind: 'person', id, text: text || person.name },
    order: null,
    person: id,
    isManager: posts.some(({ post }) => post === 'manager'),
  }
}

function ownOrder({ order, reader }: Known): Order {
  if (
    order === null ||
    order.estateId !== reader.estateId ||
    (order.place === 'house' && !isTheirs(order, reader))
  )
    throw invalid('about.id', '没有这张报修单', 'You have no such repair')
  return order
}
