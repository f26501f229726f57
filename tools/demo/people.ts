import { addressesOf } from '@domain/kernel/addresses'
import type { Membership, Post, Relation } from '@domain/kernel/people'
import type { House, Person } from '../../cloudfunctions/_kit/records'
import { estateOne, estateTwo } from './estates'

let phones = 0
/** Numbers that are clearly invented: from 199 0000 0000 on. */
const nextPhone = (): string => String(19900000000 + phones++)

const membershipIn = (house: House, relation: Relation, until: string | null = null): Membership => ({
  estateId: house.estateId,
  houseId: house._id,
  code: house.code,
  relation,
  since: '2026-01-01T01:00:00.000Z',
  until,
})

function person(
  openid: string,
  name: string,
  estateId: string,
  more: { houses?: Membership[]; posts?: Post[]; lang?: Person['lang'] },
): Person {
  const posts = (more.posts ?? []).map(post => ({ estateId, post }))
  return {
    _id: openid,
    estateId,
    name,
    phone: nextPhone(),
    lang: more.lang ?? 'zh-CN',
    largeText: false,
    houses: more.houses ?? [],
    houseKeys: (more.houses ?? []).map(house => `${house.estateId}:${house.houseId}`),
    posts,
    postKeys: posts.map(held => `${held.estateId}:${held.post}`),
    addresses: addressesOf(more.houses ?? [], posts),
    unread: 0,
    quota: {},
    marks: [],
    tries: Array<string>(5).fill(''),
    waits: false,
    privacy: null,
  }
}

/** The people whom docs/local-cloud.md names. */
export function namedPeople(one: readonly House[], two: readonly House[]): Person[] {
  const house = (houses: readonly House[], n: number): House => {
    const found = houses[n]
    if (!found) throw new RangeError(`no house ${String(n)}`)
    return found
  }
  const staff = (openid: string, name: string, post: Post, estateId = estateOne._id) =>
    person(openid, name, estateId, { posts: [post] })
  return [
    person('demo-owner', '周示例', estateOne._id, { houses: [membershipIn(house(one, 0), 'owner')] }),
    person('demo-family', '周家属', estateOne._id, { houses: [membershipIn(house(one, 0), 'family')] }),
    person('demo-tenant', 'Alex Sample', estateOne._id, {
      houses: [membershipIn(house(one, 40), 'tenant', '2099-12-31T16:00:00.000Z')],
      lang: 'en',
    }),
    person('demo-owner-2', '吴示例', estateOne._id, { houses: [membershipIn(house(one, 60), 'owner')] }),
    staff('demo-guard', '门岗甲', 'guard'),
    staff('demo-guard-2', '门岗乙', 'guard'),
    staff('demo-technician', '王师傅', 'technician'),
    staff('demo-technician-2', '李师傅', 'technician'),
    staff('demo-butler', '林管家', 'butler'),
    staff('demo-butler-2', '陈管家', 'butler'),
    staff('demo-manager', '方经理', 'manager'),
    staff('demo-committee', '业委会', 'committee'),
    person('demo2-owner', '郑示例', estateTwo._id, { houses: [membershipIn(house(two, 0), 'owner')] }),
    staff('demo2-guard', '门岗丙', 'guard', estateTwo._id),
    staff('demo2-butler', '何管家', 'butler', estateTwo._id),
    staff('demo2-manager', '孟经理', 'manager', estateTwo._id),
  ]
}

/** The openid of one of the other residents. */
export const resident = (n: number): string => `resident-${String(n).padStart(3, '0')}`

function relationOf(n: number, houses: number): Relation {
  if (n < houses) return 'owner'
  return n % 5 === 0 ? 'tenant' : 'family'
}

/** The other residents: about 500, so that lists and searches have a realistic length. */
export const otherResidents = (houses: readonly House[]): Person[] =>
  Array.from({ length: 490 }, (_, n) => {
    const house = houses[n % houses.length] as House
    return person(resident(n + 1), `住户${String(n + 1)}`, estateOne._id, {
      houses: [membershipIn(house, relationOf(n, houses.length))],
    })
  })
