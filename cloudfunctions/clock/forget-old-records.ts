import { readEstate } from '../_kit/estate'
import { estates } from '../_kit/records'
import { collection, deleteFiles, op, type Collection, type Doc, type Where } from '../_kit/store'
import { portion, type TimerTask } from '../_kit/timer-task'
import { noFiles } from '../_services/manifest'
import { retention } from '../_services/registry'
import { schema } from '../schema'

interface Dated extends Doc {
  at: string
}
const day = 24 * 3_600_000

/**
 * Removes records past their retention: the days of their collection (schema.ts), or the days that their
 * estate has set for a service (its manifest). A record's files go first: what is interrupted is found again.
 */
export const forgetOldRecords: TimerTask = async now => {
  const before = (days: number): string => new Date(now.getTime() - days * day).toISOString()
  let forgotten = 0
  for (const [name, { retentionDays }] of Object.entries(schema)) {
    if (retentionDays !== undefined)
      forgotten += await forget(collection<Dated>(name), { at: op.lt(before(retentionDays)) }, noFiles)
  }
  for (const { _id: estateId } of await estates.findAll({}, { only: ['_id'] })) {
    const { settings } = await readEstate(estateId)
    for (const each of Object.values(retention).flat()) {
      const old = { estateId, at: op.lt(before(each.days(settings))) }
      forgotten += await forget(each.records, old, record => each.files(record))
    }
  }
  return { forgotten }
}

async function forget<T extends Dated>(
  records: Collection<T>,
  old: Where<T>,
  filesOf: (record: T) => readonly string[] | Promise<readonly string[]>,
): Promise<number> {
  const found = await records.find(old, { orderBy: ['at', 'asc'], limit: portion })
  await deleteFiles((await Promise.all(found.map(async record => filesOf(record)))).flat())
  // The compiler does not see that a generic record has an id.
  const ids = { _id: op.in(found.map(record => record._id)) } as Where<T>
  return found.length > 0 ? records.remove(ids) : 0
}
