import { deferredKnocks } from '../_kit/account-records'
import { knock } from '../_kit/knock'
import { persons } from '../_kit/records'
import { op } from '../_kit/store'
import { portion, type Duty } from './duty'

/** Knocks that waited for the end of quiet hours. It is taken off first: a crash costs a knock, the inbox has the message. */
export const knockAfterQuiet: Duty = async now => {
  let knocked = 0
  for (const waiting of await deferredKnocks.find(
    { dueAt: op.lte(now.toISOString()) },
    { orderBy: ['dueAt', 'asc'], limit: portion },
  )) {
    if ((await deferredKnocks.remove({ _id: waiting._id })) === 0) continue
    const person = await persons.byId(waiting.personId)
    if (person) await knock(person, waiting.letter, waiting.estateId)
    knocked++
  }
  return { knocked }
}
