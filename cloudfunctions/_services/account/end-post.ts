import type { EndedPostRecord } from '@domain/account/ended-post'
import type { Post } from '@domain/kernel/people'
import { withMark, type Mark } from '@domain/notice/outbox'
import { addOnce } from '../../_kit/outbox'
import { persons, postKey } from '../../_kit/records'
import { op } from '../../_kit/store'
import type { RightsEnd } from '../manifest'
import { endedPosts } from './records'
import { syncAddresses } from './sync-membership'

interface Ending {
  estateId: string
  openid: string
  post: Post
  now: Date
  request: Mark
}

/**
 * Ends a person's post. The record of the end is written first: the courier carries the end out until it is
 * true, whatever fault interrupts it. Idempotent.
 * @throws Refusal INVALID_INPUT on `requestId` when it was used for another request
 */
export async function endPost({ estateId, openid, post, now, request }: Ending): Promise<void> {
  const record: EndedPostRecord = {
    _id: request.key,
    estateId,
    rev: 0,
    at: now.toISOString(),
    openid,
    post,
    outbox: [],
    outboxDue: true,
    marks: withMark([], request),
  }
  await dropPost(await addOnce(endedPosts, record, request))
}

/**
 * Removes the post from the person, unless they were given it again since.
 * @returns whether the person holds the post no longer
 */
async function dropPost({ estateId, openid, post, at }: EndedPostRecord): Promise<boolean> {
  const key = postKey(estateId, post)
  const person = await persons.byId(openid)
  const held = person?.posts.find(each => each.estateId === estateId && each.post === post)
  if (held?.since !== undefined && held.since > at) return false
  if (held)
    await persons.change(
      { _id: openid, postKeys: key },
      { posts: op.pull({ estateId, post }), postKeys: op.pull(key) },
    )
  await syncAddresses(openid)
  return true
}

/** The after-write of ended posts: the person's posts, and everything that was granted by the post. */
export const syncPost =
  (ends: readonly RightsEnd[]) =>
  async (record: EndedPostRecord): Promise<void> => {
    if (!(await dropPost(record))) return
    const { estateId, openid, post } = record
    const now = new Date()
    for (const end of ends.flatMap(each => each.post)) await end({ estateId, openid, post }, now)
  }
