import { portion, type TimerTask } from '../_kit/timer-task'
import { deliver } from '../_messages/deliver'
import { outboxes } from '../_services/registry'

/** Delivers messages whose wake-up of the courier was lost. */
export const deliverMessages: TimerTask = async () => {
  let delivered = 0
  for (const outbox of Object.values(outboxes).flat()) {
    for (const record of await outbox.records.find({ outboxDue: true }, { limit: portion }))
      delivered += await deliver(outbox, record)
  }
  return { delivered }
}
