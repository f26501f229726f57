import type { LogEntry, Pass } from '@domain/visitor/pass'
import { toLogEntry } from '@domain/visitor/view'
import { op } from '../../_kit/store'
import { gateLog, passes } from './records'

/**
 * Updates the log from the visits that have changed. Idempotent, in any order: an entry is added once, and
 * only missing fields are filled in.
 */
export async function logVisits(pass: Pass): Promise<void> {
  for (const visit of pass.visits.filter(({ id }) => pass.toLog.includes(id))) {
    const entry = toLogEntry(pass, visit)
    if (!(await gateLog.add(entry))) await fillIn(entry)
    await passes.change({ _id: pass._id }, { toLog: op.pull(visit.id) })
  }
}

async function fillIn({ _id, leftAt, leftGate, overstayed }: LogEntry): Promise<void> {
  if (leftAt !== null) await gateLog.change({ _id, leftAt: null }, { leftAt, leftGate })
  if (overstayed) await gateLog.change({ _id, overstayed: false }, { overstayed })
}
