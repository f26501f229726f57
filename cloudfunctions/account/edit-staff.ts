import type { Mark } from '@domain/notice/outbox'
import { addressesOfPost } from '@domain/kernel/addresses'
import { invalid, Refusal } from '@domain/kernel/failure'
import { posts, type Caller, type Post } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import type { AuditKind } from '@domain/services'
import { audit } from '../_kit/audit'
import { newPerson } from '../_kit/new-person'
import { persons, postKey, type Person } from '../_kit/records'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { endPost } from '../_services/account/end-post'

const readStaff = (estateId: string): Promise<Person[]> =>
  persons.findAll({ postKeys: op.in(posts.map(post => postKey(estateId, post))) })

const viewStaff = (people: readonly Person[], estateId: string) => ({
  items: people
    .map(person => ({ openid: person._id, name: person.name, roles: rolesIn(person, estateId) }))
    .filter(({ roles }) => roles.length > 0),
})
const rolesIn = (person: Person, estateId: string): Post[] =>
  person.posts.filter(held => held.estateId === estateId).map(held => held.post)

/**
 * Lists the holders of posts. Every call reads the caller's posts anew, so that a revoked post ends at once.
 */
export const listStaff = action('account', 'staff', {
  run: async ({ caller }) => viewStaff(await readStaff(caller.estateId ?? ''), caller.estateId ?? ''),
})

export const grantPost = action('account', 'grant', {
  alsoPersons: ({ openid }) => [openid],
  async run({ input: { openid, role, name }, caller, others, now, request }) {
    const estateId = caller.estateId ?? ''
    const key = postKey(estateId, role)
    const known = others.find(person => person._id === openid)
    const post = { estateId, post: role, since: now.toISOString() }
    if (!known && !name) throw invalid('name', '请填写姓名', 'Please give the name')
    const fresh = {
      ...newPerson(openid),
      name: name ?? '',
      estateId,
      posts: [post],
      postKeys: [key],
      addresses: addressesOfPost(post),
    }
    if (known || !(await persons.add(fresh))) {
      await persons.change(
        { _id: openid, postKeys: op.neq(key) },
        {
          posts: op.push({ each: [post] }),
          postKeys: op.push({ each: [key] }),
          addresses: op.addToSet({ $each: addressesOfPost(post) }),
          // The name that a person has given themselves is theirs.
          ...(name && !known?.name ? { name } : {}),
          ...(known?.estateId === null ? { estateId } : {}),
        },
      )
    }
    return auditAndList({ caller, did: 'account.grant', openid, now, request })
  },
})

export const revokePost = action('account', 'revoke', {
  async run({ input: { openid, role }, caller, now, request }) {
    if (openid === caller.openid && role === 'manager')
      throw new Refusal('CONFLICT', {
        words: words('不能撤销自己的经理岗位', 'You cannot revoke your own post as manager'),
      })
    await endPost({ estateId: caller.estateId ?? '', openid, post: role, now, request })
    return auditAndList({ caller, did: 'account.revoke', openid, now, request })
  },
})

interface PostChange {
  caller: Caller
  did: AuditKind
  /** The person whose post has changed. */
  openid: string
  now: Date
  request: Mark
}

async function auditAndList({ caller, did, openid, now, request }: PostChange) {
  const estateId = caller.estateId ?? ''
  const [, people] = await Promise.all([
    audit(request, now, { estateId, by: caller.openid, did, record: openid }),
    readStaff(estateId),
  ])
  return viewStaff(people, estateId)
}
