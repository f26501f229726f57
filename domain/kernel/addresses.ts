import type { Membership, Post, Relation } from './people'

/**
 * Groups of people of an estate as one string each: everybody, a house, whoever holds a post or lives there as owner, family or tenant.
 * A person carries the addresses of all their groups, so that one record can be meant for ten thousand people and one indexed query finds either side.
 */
export const estateKey = (estateId: string): string => `${estateId}:all`
export const houseKey = (estateId: string, houseId: string): string => `${estateId}:${houseId}`
export const roleKey = (estateId: string, role: Post | Relation): string => `${estateId}:${role}`

type Tie = Pick<Membership, 'estateId' | 'houseId' | 'relation'>

/** The groups that a house brings with it. */
export const addressesOfHouse = ({ estateId, houseId, relation }: Tie): string[] => [
  estateKey(estateId),
  roleKey(estateId, relation),
  houseKey(estateId, houseId),
]
/** The groups that a post brings with it. */
export const addressesOfPost = ({ estateId, post }: { estateId: string; post: Post }): string[] => [
  estateKey(estateId),
  roleKey(estateId, post),
]

/** All groups of a person, each once. */
export const addressesOf = (
  houses: readonly Tie[],
  posts: readonly { estateId: string; post: Post }[],
): string[] => [...new Set([...houses.flatMap(addressesOfHouse), ...posts.flatMap(addressesOfPost)])]
