import type { Audience } from '@domain/notice/outbox'
import type { VisitorMessage } from '@domain/visitor/messages'
import { insideVisit, type Pass } from '@domain/visitor/pass'
import { afterOverstay } from '@domain/visitor/rules'
import { readEstate } from '../../_kit/estate'
import { commit } from '../../_kit/outbox'
import { op } from '../../_kit/store'
import { portion, type TimerTask } from '../../_kit/timer-task'
import { passes } from './records'
import { toHost, nextPass } from './write'

type Outcome = 'lapsed' | 'overstayed' | 'ended'

/**
 * Timer task: lets unanswered walk-ins lapse, sends one message about each guest who overstays, and takes
 * passes that are over from the live ones, with their digits, plate and place of the quota.
 */
export const watchVisitors: TimerTask = async now => {
  const due = await passes.find(
    { alarm: op.lte(now.toISOString()) },
    { orderBy: ['alarm', 'asc'], limit: portion },
  )
  const done: Record<Outcome, number> = { lapsed: 0, overstayed: 0, ended: 0 }
  for (const pass of due) {
    const outcome = outcomeOf(pass)
    const { after, notify } = decide(pass, outcome)
    const estate = await readEstate(pass.estateId)
    const written = nextPass(after, { estate, by: '', now, mark: null, notify })
    if (await commit(passes, pass, written)) done[outcome]++
  }
  return done
}

function outcomeOf(pass: Pass): Outcome {
  if (pass.status === 'asked') return 'lapsed'
  return insideVisit(pass) ? 'overstayed' : 'ended'
}

interface Decision {
  after: Pass
  notify: { kind: VisitorMessage; to: Audience }[]
}

function decide(pass: Pass, outcome: Outcome): Decision {
  switch (outcome) {
    case 'lapsed':
      return {
        after: { ...pass, status: 'lapsed' },
        notify: [
          { kind: 'walkInLapsed', to: { openids: pass.askedBy ? [pass.askedBy.openid] : [] } },
          { kind: 'walkInLapsed', to: { post: 'butler' } },
        ],
      }
    case 'overstayed':
      return {
        after: afterOverstay(pass),
        notify: [
          { kind: 'overstay', to: toHost(pass) },
          { kind: 'overstay', to: { post: 'butler' } },
        ],
      }
    case 'ended':
      return { after: pass, notify: [] }
  }
}
