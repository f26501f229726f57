import { isCurrent, type Caller } from '@domain/kernel/people'
import type { Lang } from '@domain/kernel/words'
import { newPerson } from './new-person'
import type { Person } from './records'

/**
 * What the rules need to know of a person, in the estate they are looking at. A house whose lease has ended
 * is left out.
 */
export function toCaller(openid: string, person: Person | null, lang: Lang, now: Date): Caller {
  const { name, phone, posts, waits, estateId: selected, ...held } = person ?? newPerson(openid)
  const houses = held.houses.filter(house => isCurrent(house, now))
  const estateId = chooseEstate(selected, [...houses, ...posts])
  return {
    openid,
    estateId,
    lang,
    name,
    phone,
    posts: posts.filter(post => post.estateId === estateId).map(({ post }) => post),
    hasAsked: waits,
    houses: houses.filter(house => house.estateId === estateId),
  }
}

/** The selected estate; one in which the person has rights, where they have none left in the selected one. */
function chooseEstate(selected: string | null, rights: readonly { estateId: string }[]): string | null {
  const hasRights = rights.some(({ estateId }) => estateId === selected)
  return hasRights ? selected : (rights[0]?.estateId ?? selected)
}
