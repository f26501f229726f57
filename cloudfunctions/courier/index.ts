import { courierContract } from '@domain/clock/contract'
import { carriers } from '../_kit/carriers'
import { deliver as deliverLetters } from '../_kit/courier'
import { action, serve } from '../_kit/serve'

const deliver = action('courier', 'deliver', {
  async run({ input: { carrier, id } }) {
    const record = await carriers[carrier].byId(id)
    return { delivered: record === null ? 0 : await deliverLetters(carrier, record) }
  },
})

export const main = serve('courier', courierContract, { deliver })
