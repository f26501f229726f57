import type { Membership, Post, Relation } from './people'

/**
 * A group of people of an estate as one string: the whole estate, a house, the holders of a post, or the
 * residents of a relation (owner, family, tenant). A person's record lists the addresses of all their groups,
 * so that one record can address ten thousand people, and one indexed query finds the records of a person or
 * the people of a record.
 */
export const estateKey = (estateId: string): string => `${estateId}:all`
export const houseKey = (estateId: string, houseId: string): string => `${estateId}:${houseId}`
export const roleKey = (estateId: string, role: Post | Relation): string => `${estateId}:${role}`

type HouseMembership = Pick<Membership, 'estateId' | 'houseId' | 'relation'>

/** The groups of a member of a house. */
export const addressesOfHouse = ({ estateId, houseId, relation }: HouseMembership): string[] => [
  estateKey(estateId),
  roleKey(estateId, relation),
  houseKey(estateId, houseId),
]
/** The groups of the holder of a post. */
export const addressesOfPost = ({ estateId, post }: { estateId: string; post: Post }): string[] => [
  estateKey(estateId),
  roleKey(estateId, post),
]

/** All groups of a person, each once. */
export const addressesOf = (
  houses: readonly HouseMembership[],
  posts: readonly { estateId: string; post: Post }[],
): string[] => [...new Set([...houses.flatMap(addressesOfHouse), ...posts.flatMap(addressesOfPost)])]
