import { lapse } from '@domain/account/binding'
import { withMessages } from '@domain/notice/outbox'
import { commit } from '../../_kit/outbox'
import { op } from '../../_kit/store'
import { portion, type TimerTask } from '../../_kit/timer-task'
import { bindingMessage } from './binding-message'
import { bindings } from './records'
import { leave } from './sync-membership'

/** Ends bindings whose lease is over; the tenant and the butlers are notified once. */
export const endLeases: TimerTask = async now => {
  let leasesEnded = 0
  for (const binding of await bindings.find(
    { endsAt: op.lte(now.toISOString()) },
    { orderBy: ['endsAt', 'asc'], limit: portion },
  )) {
    const { set, notify } = lapse(binding)
    const next = { ...binding, ...set }
    if (!(await commit(bindings, binding, withMessages(next, notify, bindingMessage(next, now, ''), null))))
      continue
    await leave(binding)
    leasesEnded++
  }
  return { leasesEnded }
}
