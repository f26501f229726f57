import { letterText } from '@domain/notice/letters'
import type { Letter } from '@domain/notice/letter'
import { deferredKnocks } from './account-records'
import { copyId } from './inbox'
import { quietEnds } from './quiet'
import type { Person } from './records'
import { acceptsLeft, sendOnce, takeAccepts } from './subscribe'

/** Knocks on a person's door, unless they have not agreed to it; in the quiet hours of their house it waits. */
export async function knock(person: Person, letter: Letter, estateId: string): Promise<void> {
  const { purpose, urgent } = letterText(letter.kind)
  if (purpose === undefined || acceptsLeft(person, purpose) < 1) return
  const mark = copyId(letter, person._id)
  const now = new Date()
  const until = urgent ? undefined : (await quietEnds([person], estateId, now)).get(person._id)
  if (until !== undefined) {
    await deferredKnocks.add({
      _id: mark,
      estateId,
      at: now.toISOString(),
      dueAt: until.toISOString(),
      personId: person._id,
      letter,
    })
    return
  }
  const taken = (await takeAccepts([person._id], purpose, mark)).get(person._id)
  if (taken?.marks.includes(mark)) await sendOnce(taken, letter, { purpose, estateId, mark })
}
