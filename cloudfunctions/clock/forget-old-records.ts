import { estateOf } from '../_kit/estate'
import { vehicleLog } from '../_services/parking/records'
import { estates, messages } from '../_kit/records'
import { collection, op, type Collection, type Doc, type Where } from '../_kit/store'
import { gateLog, passes } from '../_services/visitor/records'
import { schema } from '../schema'
import { portion, type TimerTask } from '../_kit/timer-task'

interface Dated extends Doc {
  at: string
}
const day = 24 * 3_600_000
/** As many estates as one mini-program serves. */
const mostEstates = 100

/** Removes records past their retention: that of their collection (schema.ts), and for messages, visitors and vehicles that of their estate. */
export const forgetOldRecords: TimerTask = async now => {
  const before = (days: number): string => new Date(now.getTime() - days * day).toISOString()
  let forgotten = 0
  for (const [name, { retentionDays }] of Object.entries(schema)) {
    if (retentionDays !== undefined)
      forgotten += await forget(collection<Dated>(name), { at: op.lt(before(retentionDays)) })
  }
  for (const { _id: estateId } of await estates.find({}, { limit: mostEstates })) {
    const { account, visitor, parking } = (await estateOf(estateId)).settings
    forgotten += await forget(messages, { estateId, at: op.lt(before(account.messageDays)) })
    for (const records of [passes, gateLog])
      forgotten += await forget(
        records as unknown as Collection<Dated>,
        { estateId, at: op.lt(before(visitor.keepDays)) } as Where<Dated>,
      )
    forgotten += await forget(vehicleLog, { estateId, at: op.lt(before(parking.keepDays)) })
  }
  return { forgotten }
}

async function forget<T extends Dated>(records: Collection<T>, old: Where<T>): Promise<number> {
  const found = await records.find(old, { orderBy: ['at', 'asc'], limit: portion })
  return found.length > 0 ? records.remove({ _id: op.in(found.map(record => record._id)) } as Where<T>) : 0
}
