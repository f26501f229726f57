import type { Lang } from './words'

/** A post is given by the manager; a relation comes with a house. */
export const posts = ['guard', 'technician', 'butler', 'manager', 'committee'] as const
export type Post = (typeof posts)[number]
export const relations = ['owner', 'family', 'tenant'] as const
export type Relation = (typeof relations)[number]

export interface Membership {
  estateId: string
  houseId: string
  /** What people call the house, such as 12-1. */
  code: string
  relation: Relation
  /** A tenancy ends on this instant (ISO UTC); null: no end. */
  until: string | null
}

/** Who is calling, as far as the rules need to know. */
export interface Caller {
  openid: string
  /** The estate the person is looking at now; null for a stranger. */
  estateId: string | null
  name: string
  phone: string
  lang: Lang
  posts: readonly Post[]
  houses: readonly Membership[]
  /** Has asked for a house at some time; such a person has messages to read, house or not. */
  hasAsked: boolean
}

export const isResident = (caller: Caller): boolean => caller.houses.length > 0
export const isStranger = (caller: Caller): boolean => caller.houses.length === 0 && caller.posts.length === 0
export const hasPost = (caller: Caller, ...wanted: Post[]): boolean =>
  wanted.some(post => caller.posts.includes(post))
export const livesIn = (caller: Caller, houseId: string | null): boolean =>
  houseId !== null && caller.houses.some(house => house.houseId === houseId)
export const houseIds = (caller: Caller): string[] => caller.houses.map(house => house.houseId)

/** A membership counts until its end; a tenant whose lease is over has no house. */
export const isCurrent = (house: Membership, now: Date): boolean =>
  house.until === null || house.until > now.toISOString()
