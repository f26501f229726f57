import { lapse } from '@domain/account/binding'
import { withMessages } from '@domain/notice/outbox'
import { commit } from '../../_kit/outbox'
import { op } from '../../_kit/store'
import { portion, type TimerTask } from '../../_kit/timer-task'
import { bindingMessage } from './binding-message'
import { bindings } from './records'
import { leave } from './sync-membership'

/** A lease that is over ends the tenant's tie to the house; the tenant and the butlers are told once. */
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
