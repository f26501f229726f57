import { courierContract } from '@domain/courier/contract'
import { invalid } from '@domain/kernel/failure'
import { action, serve } from '../_kit/serve'
import { deliver as deliverMessages } from '../_messages/deliver'
import { workPush } from '../_messages/work-push'
import { findOutbox } from '../_services/registry'

const deliver = action('courier', 'deliver', {
  async run({ input: { collection, id } }) {
    const outbox = findOutbox(collection)
    if (outbox === undefined) throw invalid('collection', '没有这个集合', 'No such collection')
    const record = await outbox.records.byId(id)
    return { delivered: record === null ? 0 : await deliverMessages(outbox, record) }
  },
})

/** Time for one push, in ms; well below the function's own limit (config.json). */
const pushTime = 40_000

const push = action('courier', 'push', {
  async run({ input: { id } }) {
    await workPush(id, Date.now() + pushTime)
    return {}
  },
})

export const main = serve('courier', courierContract, { deliver, push })
