import { createHash } from 'node:crypto'
import { asEnded, isLiveBinding, type Binding } from '@domain/account/binding'
import { Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { withoutMessages, type Mark } from '@domain/notice/outbox'
import { commit } from '../_kit/outbox'
import { overtaken, retryOvertaken } from '../_kit/race'
import { persons, postKey, type Person } from '../_kit/records'
import { endPost } from '../_services/account/end-post'
import { bindings } from '../_services/account/records'
import { syncRights } from '../_services/account/sync-membership'
import { endRights } from '../_services/registry'

const ends = Object.values(endRights)

/**
 * Ends every post and every binding of a person who is about to be erased, and what was granted by them, in
 * this call: afterwards no record names the person any more. Idempotent.
 * @throws Refusal CONFLICT to the only manager of an estate
 */
export async function endAllRights(person: Person, now: Date, request: Mark): Promise<void> {
  await refuseOnlyManager(person)
  for (const { estateId, post } of person.posts) {
    const key = createHash('sha256').update(`${request.key}|${estateId}|${post}`).digest('hex').slice(0, 32)
    await endPost({ estateId, openid: person._id, post, now, request: { ...request, key } })
    for (const end of ends.flatMap(each => each.post)) await end({ estateId, openid: person._id, post }, now)
  }
  for (const binding of await bindings.findAll({ openid: person._id })) {
    if (isLiveBinding(binding) || binding.outboxDue) await endOwn(binding, request)
  }
}

async function refuseOnlyManager({ _id, posts }: Person): Promise<void> {
  for (const { estateId } of posts.filter(({ post }) => post === 'manager')) {
    const managers = await persons.find({ postKeys: postKey(estateId, 'manager') }, { limit: 2 })
    if (managers.every(manager => manager._id === _id))
      throw new Refusal('CONFLICT', {
        words: words(
          '您是小区唯一的经理，请先任命另一位',
          'You are the only manager of an estate. Appoint another one first.',
        ),
      })
  }
}

async function endOwn(binding: Binding, request: Mark): Promise<void> {
  const reload = async () => (await bindings.byId(binding._id)) ?? binding
  const ended = await retryOvertaken<Binding, Binding>(binding, reload, async current => {
    if (!isLiveBinding(current)) return current
    const after = withoutMessages({ ...current, ...asEnded(current) }, request)
    return (await commit(bindings, current, after, { outboxDue: true })) ? after : overtaken
  })
  await syncRights(ends)(ended)
}
