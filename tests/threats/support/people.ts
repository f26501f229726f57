import { posts, type Post } from '@domain/kernel/people'
import type { Estate } from '../../functions/support/estate'
import type { Place, Reach } from './rows'

/** A kind of person: what they hold, and where they live. */
export interface Person {
  openid: string
  posts: Post[]
  home: Place | null
  owns: boolean
  estate: 'first' | 'second' | null
  /** Has asked for a house at some time. */
  hasAsked?: true
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

/** Held the post once; nothing is left of it. */
const formerStaff = (post: Post): Person => ({ ...staff(`former-${post}`, post), posts: [], estate: null })
const formerMember: Person = {
  openid: 'former-member',
  posts: [],
  home: null,
  owns: false,
  estate: null,
  hasAsked: true,
}

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
  formerMember,
  ...posts.map(formerStaff),
]

/** Gives the former people what they held, and takes it from them again. */
export async function makeFormerPeople(estate: Estate): Promise<void> {
  for (const role of posts) {
    const post = { openid: `former-${role}`, role }
    await estate.ok('demo-manager', 'account', 'grant', { ...post, name: '前员工' })
    await estate.ok('demo-manager', 'account', 'revoke', post)
  }
  const { openid } = formerMember
  const { scene } = await estate.ok('demo-butler', 'account', 'houseCode', { houseId: 'tianma-1' })
  const asked = { scene, name: '前住户', phone: '19900001235', relation: 'family' }
  const { id } = await estate.ok(openid, 'account', 'bind', asked)
  await estate.ok('demo-butler', 'account', 'decideBinding', { id, approve: true })
  await estate.ok('demo-owner', 'account', 'decideBinding', { id, approve: true })
  await estate.ok(openid, 'account', 'unbind', { id })
}

const estateOf = (place: Place): Person['estate'] => (place === 'foreign' ? 'second' : 'first')
/** Whether a person with this reach gets to the records of the place. */
export const mayReach = (who: Person, place: Place, reach: Reach): boolean =>
  reach === 'everywhere' ||
  (reach === 'host' && who.home === place && who.openid !== 'demo-family') ||
  (reach === 'ownHouse' && who.owns && who.home === place) ||
  (reach === 'house' && who.home === place) ||
  (reach === 'estate' && who.estate === estateOf(place))
