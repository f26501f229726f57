import { outboxCollections } from '@domain/clock/contract'
import { carriers } from '../_kit/outbox'
import { deliver } from '../_messages/deliver'
import { portion, type TimerTask } from '../_kit/timer-task'

/** Carries what a lost wake-up left behind. */
export const deliverMessages: TimerTask = async () => {
  let delivered = 0
  for (const name of outboxCollections) {
    for (const record of await carriers[name].find({ outboxDue: true }, { limit: portion }))
      delivered += await deliver(name, record)
  }
  return { delivered }
}
