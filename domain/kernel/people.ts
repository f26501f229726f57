import type { Lang } from './words'

/** The manager grants a post; a relation belongs to a house membership. */
export const posts = ['guard', 'technician', 'butler', 'manager', 'committee'] as const
export type Post = (typeof posts)[number]
export const relations = ['owner', 'family', 'tenant'] as const
export type Relation = (typeof relations)[number]

export interface Membership {
  estateId: string
  houseId: string
  /** The house number that residents use, such as 12-1. */
  code: string
  relation: Relation
  /**
   * When the membership began (ISO 8601 UTC): what the house said before belongs to the household of that
   * time.
   */
  since: string
  /** When the tenancy ends (ISO 8601 UTC); null: no end. */
  until: string | null
}

/** The caller of an action, as far as the rules need them. */
export interface Caller {
  openid: string
  /** The estate that the caller has selected; null for a stranger. */
  estateId: string | null
  name: string
  phone: string
  lang: Lang
  posts: readonly Post[]
  houses: readonly Membership[]
  /** Has applied for a house at some time: has messages to read, with or without a house. */
  hasAsked: boolean
}

export const isResident = (caller: Caller): boolean => caller.houses.length > 0
export const isStranger = (caller: Caller): boolean => caller.houses.length === 0 && caller.posts.length === 0
export const hasPost = (caller: Caller, ...wanted: Post[]): boolean =>
  wanted.some(post => caller.posts.includes(post))
export const livesIn = (caller: Caller, houseId: string | null): boolean =>
  houseId !== null && caller.houses.some(house => house.houseId === houseId)
/** Whether the caller belonged to the house at an instant (ISO 8601 UTC), and belongs to it now. */
export const livedIn = (caller: Caller, houseId: string | null, at: string): boolean =>
  caller.houses.some(house => house.houseId === houseId && house.since <= at)
export const houseIds = (caller: Caller): string[] => caller.houses.map(house => house.houseId)

/** Whether a membership still counts; a tenant whose lease has ended has no house. */
export const isCurrent = (house: Membership, now: Date): boolean =>
  house.until === null || house.until > now.toISOString()
