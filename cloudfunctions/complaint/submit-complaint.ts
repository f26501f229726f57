import { viewComplaint } from '@domain/complaint/view'
import type { Input } from '@domain/contract'
import { forbidden, invalid } from '@domain/kernel/failure'
import { isResident, livesIn, type Caller } from '@domain/kernel/people'
import type { Order } from '@domain/repair/order'
import { readEstate } from '../_kit/estate'
import { countUse } from '../_kit/limits'
import { addOnce } from '../_kit/outbox'
import { checkPhotos, refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { anonymousKey } from '../_services/complaint/author'
import { complaints } from '../_services/complaint/records'
import { readerOf } from '../_services/complaint/write'
import { authorOf, madeKey } from '../_services/consult/records'
import { orders } from '../_services/repair/records'
import { newComplaint } from './new-complaint'
import { readSubject, subjectId } from './read-subject'

type SubmitInput = Input<'complaint', 'submit'>

/**
 * Idempotent: the id comes from caller and requestId, or from the message that the complaint is made of, so a
 * repeated request finds the complaint it created.
 */
export const submitComplaint = action<'complaint', 'submit', Order | null>('complaint', 'submit', {
  alsoPersons: input => [subjectId('person', input)].filter(openid => openid !== null),
  load: async input => {
    const order = subjectId('repair', input)
    return order === null ? null : orders.byId(order)
  },
  async run({ input, caller: sender, loaded: order, others: persons, person, now, requestKey, request }) {
    const author = await findAuthor(input, sender, now)
    const houseId = houseFor(input, author)
    const estate = await readEstate(author.estateId ?? '')
    const reader = readerOf(author)
    checkContent(input)
    const subject = readSubject(input, { reader, persons, order })
    const id = input.fromMessage === undefined ? requestKey : madeKey('complaint', input.fromMessage)
    await countUse({ caller: sender, person, now, request }, estate, {
      amounts: { complaintsPerHour: 1, uploadsPerHour: (input.photos?.length ?? 0) + (input.voice ? 1 : 0) },
      findMade: () => complaints.byId(id),
      ...(input.anonymous ? { pseudonym: anonymousKey(sender.openid) } : {}),
    })
    await refuseUnsafe(sender.openid, input.content, subject.about?.text)
    const mark = { ...request, key: id }
    const complaint = newComplaint({ input, houseId, subject, reader, estate, now, mark })
    const stored = await addOnce(complaints, complaint, request)
    // The after-write checks the photos of a named complaint. The author of an anonymous one is known only
    // in this call, so its photos are checked here.
    if (stored === complaint && complaint.anonymous && complaint.unchecked.length)
      await checkPhotos(complaints, complaint._id, complaint.unchecked, author.openid)
    return viewComplaint(stored, reader, now, estate.settings.complaint.reopenDays)
  },
})

/**
 * The resident who complains: the sender, or the author of the message that a butler makes a complaint of.
 */
async function findAuthor(
  { fromMessage, anonymous }: SubmitInput,
  sender: Caller,
  now: Date,
): Promise<Caller> {
  if (fromMessage !== undefined && anonymous)
    throw invalid(
      'anonymous',
      '咨询里说的话有姓名，不能匿名提交',
      'A message in a conversation has a name and cannot become an anonymous complaint',
    )
  const author = fromMessage === undefined ? sender : await authorOf(fromMessage, sender, now)
  if (!isResident(author)) throw forbidden()
  return author
}

/** The house that the complaint belongs to: the one that is named, else the author's only one. */
function houseFor({ houseId }: SubmitInput, author: Caller): string | undefined {
  const house = houseId ?? (author.houses.length === 1 ? author.houses[0]?.houseId : undefined)
  if (house !== undefined && !livesIn(author, house)) throw forbidden()
  return house
}

function checkContent({ content, voice, photos }: SubmitInput): void {
  if (!content && !voice && !photos?.length)
    throw invalid(
      'content',
      '请说说情况，或录一段语音、拍一张照片',
      'Describe what happened, record a voice message, or take a photo',
    )
}
