import { Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { newPerson } from '../_kit/new-person'
import { persons, triesKept, type Person } from '../_kit/records'
import { op } from '../_kit/store'

const hour = 3_600_000

/**
 * Counts an attempt to bind a house: at most five an hour, whatever the code, in one conditional write that
 * concurrent calls cannot get around. A first attempt creates the person.
 * @throws Refusal TOO_MANY with the seconds until the next attempt
 */
export async function takeTry(
  openid: string,
  person: Person | null,
  now: Date,
  more: { estateId?: string },
): Promise<void> {
  const at = now.toISOString()
  if (person === null) {
    const created = {
      ...newPerson(openid),
      waits: true,
      estateId: more.estateId ?? null,
      tries: [at, ...Array<string>(triesKept - 1).fill('')],
    }
    if (await persons.add(created)) return
  }
  const since = new Date(now.getTime() - hour).toISOString()
  const isAllowed = await persons.change(
    { _id: openid, [`tries.${String(triesKept - 1)}`]: op.lt(since) },
    {
      tries: op.push({ each: [at], position: 0, slice: triesKept }),
      waits: true,
      ...(person && person.estateId === null && more.estateId ? { estateId: more.estateId } : {}),
    },
  )
  if (isAllowed) return
  const oldest = person?.tries[triesKept - 1] || at
  throw new Refusal('TOO_MANY', {
    words: words('尝试次数太多，请稍后再试', 'Too many attempts. Try again later.'),
    retryAfter: Math.max(1, Math.ceil((Date.parse(oldest) + hour - now.getTime()) / 1000)),
  })
}
