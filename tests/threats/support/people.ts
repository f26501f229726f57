import type { Post } from '@domain/kernel/people'
import type { Place, Reach } from './rows'

/** A kind of person: what they hold, and where they live. */
export interface Person {
  openid: string
  posts: Post[]
  home: Place | null
  owns: boolean
  estate: 'first' | 'second' | null
}

const resident = (openid: string, home: Place, estate: Person['estate'] = 'first'): Person => ({
  openid,
  posts: [],
  home,
  owns: openid !== 'demo-family',
  estate,
})
const staff = (openid: string, post: Post, estate: Person['estate'] = 'first'): Person => ({
  openid,
  posts: [post],
  home: null,
  owns: false,
  estate,
})

export const people: Person[] = [
  { openid: 'a-stranger', posts: [], home: null, owns: false, estate: null },
  resident('demo-owner', 'own'),
  resident('demo-family', 'own'),
  resident('demo-owner-2', 'other'),
  resident('demo2-owner', 'foreign', 'second'),
  staff('demo-guard', 'guard'),
  staff('demo-technician', 'technician'),
  staff('demo-butler', 'butler'),
  staff('demo-manager', 'manager'),
  staff('demo-committee', 'committee'),
  staff('demo2-guard', 'guard', 'second'),
  staff('demo2-butler', 'butler', 'second'),
  staff('demo2-manager', 'manager', 'second'),
]

const estateOf = (place: Place): Person['estate'] => (place === 'foreign' ? 'second' : 'first')
/** Whether a person with this reach gets to the records of the place. */
export const mayReach = (who: Person, place: Place, reach: Reach): boolean =>
  reach === 'everywhere' ||
  (reach === 'host' && who.home === place && who.openid !== 'demo-family') ||
  (reach === 'ownHouse' && who.owns && who.home === place) ||
  (reach === 'house' && who.home === place) ||
  (reach === 'estate' && who.estate === estateOf(place))
