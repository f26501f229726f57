import { collection, op, type Doc } from '../_kit/store'
import { schema } from '../schema'
import { portion, type Duty } from './duty'

const day = 24 * 3_600_000

/** Removes records past the retention that schema.ts gives their collection. */
export const forgetOldRecords: Duty = async (now) => {
  let forgotten = 0
  for (const [name, { retentionDays }] of Object.entries(schema)) {
    if (retentionDays === undefined) continue
    const records = collection<Doc & { at: string }>(name)
    const old = await records.find({ at: op.lt(new Date(now.getTime() - retentionDays * day).toISOString()) }, { orderBy: ['at', 'asc'], limit: portion })
    if (old.length > 0) forgotten += await records.remove({ _id: op.in(old.map(record => record._id)) as never })
  }
  return { forgotten }
}
