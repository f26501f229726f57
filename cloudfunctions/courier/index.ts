import { courierContract } from '@domain/clock/contract'
import { carriers } from '../_kit/outbox'
import { deliver as deliverMessages } from '../_messages/deliver'
import { workPush } from '../_messages/push-work'
import { action, serve } from '../_kit/serve'

const deliver = action('courier', 'deliver', {
  async run({ input: { carrier, id } }) {
    const record = await carriers[carrier].byId(id)
    return { delivered: record === null ? 0 : await deliverMessages(carrier, record) }
  },
})

/** Well below the function's own limit (config.json), in ms. */
const pushTime = 40_000

const push = action('courier', 'push', {
  async run({ input: { id } }) {
    await workPush(id, Date.now() + pushTime)
    return {}
  },
})

export const main = serve('courier', courierContract, { deliver, push })
