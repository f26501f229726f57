import { isCurrent, type Caller } from '@domain/kernel/people'
import type { Lang } from '@domain/kernel/words'
import type { Person } from './records'

/**
 * What the rules need to know of a person, in the estate they are looking at. A house whose lease has ended
 * is left out.
 */
export function toCaller(openid: string, person: Person | null, lang: Lang, now: Date): Caller {
  const estateId = person?.estateId ?? null
  return {
    openid,
    estateId,
    lang,
    name: person?.name ?? '',
    phone: person?.phone ?? '',
    posts: person?.posts.filter(held => held.estateId === estateId).map(held => held.post) ?? [],
    hasAsked: person?.waits ?? false,
    houses: person?.houses.filter(house => house.estateId === estateId && isCurrent(house, now)) ?? [],
  }
}
