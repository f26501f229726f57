import { insideVisit, type Pass } from '@domain/visitor/pass'
import { afterOverstay } from '@domain/visitor/rules'
import { estateOf } from '../../_kit/estate'
import { commit } from '../../_kit/outbox'
import { op } from '../../_kit/store'
import { portion, type TimerTask } from '../../_kit/timer-task'
import { passes } from './records'
import { toHost, writtenPass } from './write'

/**
 * Walk-ins that nobody answered lapse, guests who stay too long are told of once, passes that have ended
 * give their digits and plate back.
 */
export const watchVisitors: TimerTask = async now => {
  const due = await passes.find(
    { alarm: op.lte(now.toISOString()) },
    { orderBy: ['alarm', 'asc'], limit: portion },
  )
  const done = { lapsed: 0, overstayed: 0, ended: 0 }
  for (const pass of due) {
    const what = pass.status === 'asked' ? 'lapsed' : insideVisit(pass) ? 'overstayed' : 'ended'
    if (await commit(passes, pass, writtenPass(...(await next(pass, what, now))))) done[what]++
  }
  return done
}

async function next(
  pass: Pass,
  what: 'lapsed' | 'overstayed' | 'ended',
  now: Date,
): Promise<Parameters<typeof writtenPass>> {
  const rest = { estate: await readEstate(pass.estateId), by: '', now, mark: null }
  if (what === 'lapsed') {
    return [
      { ...pass, status: 'lapsed' },
      {
        ...rest,
        notify: [
          { kind: 'walkInLapsed', to: { openids: pass.askedBy ? [pass.askedBy.openid] : [] } },
          { kind: 'walkInLapsed', to: { post: 'butler' } },
        ],
      },
    ]
  }
  if (what === 'overstayed')
    return [
      afterOverstay(pass),
      {
        ...rest,
        notify: [
          { kind: 'overstay', to: toHost(pass) },
          { kind: 'overstay', to: { post: 'butler' } },
        ],
      },
    ]
  return [{ ...pass, live: false, codeKey: pass._id, plateKey: null }, rest]
}
