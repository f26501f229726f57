import { auditWords } from '@domain/desk/audit-words'
import { invalid } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { audits } from '../_kit/records'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'

/** Reads the audit, newest first. A key begins with its instant, so that a period is a range of keys. */
export const readAudit = action('desk', 'audit', {
  async run({ input: { from, to, who, cursor, limit = 20 }, caller }) {
    if (from >= to) throw invalid('to', '结束时间要晚于开始时间', 'Must end after it begins')
    const range = op.gte(new Date(from).toISOString()).and(op.lt(cursor ?? new Date(to).toISOString()))
    const found = await audits.find(
      { estateId: caller.estateId ?? '', ...(who ? { by: who } : {}), key: range },
      { orderBy: ['key', 'desc'], limit: limit + 1 },
    )
    return toPage(
      found,
      limit,
      entry => entry.key,
      ({ _id, at, by, did, record }) => ({ id: _id, at, by, did, what: auditWords(did), record }),
    )
  },
})
