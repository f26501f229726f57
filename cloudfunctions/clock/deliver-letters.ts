import { carrierNames } from '@domain/clock/contract'
import { carriers } from '../_kit/carriers'
import { deliver } from '../_kit/courier'
import { portion, type Duty } from './duty'

/** Carries what a lost wake-up left behind. */
export const deliverLetters: Duty = async () => {
  let delivered = 0
  for (const name of carrierNames) {
    for (const record of await carriers[name].find({ outboxDue: true }, { limit: portion }))
      delivered += await deliver(name, record)
  }
  return { delivered }
}
