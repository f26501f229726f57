import { createHash } from 'node:crypto'
import { sortKey } from '@domain/kernel/paging'
import type { Mark } from '@domain/notice/outbox'
import type { AuditKind } from '@domain/services'
import { audits } from './records'

export interface AuditEntry {
  estateId: string
  /** Openid of the person who did it; empty for the system. */
  by: string
  did: AuditKind
  /** The id of the record it was done to. */
  record: string
}

/**
 * Appends to the audit: who did what to which record, never the content of the record. Idempotent: a repeated
 * request appends nothing, and a request id that is used for another action, record or input gets an entry of
 * its own. A disclosure is audited before it is answered, so that a fault here leaves nothing disclosed.
 */
export async function audit(request: Mark, now: Date, entry: AuditEntry): Promise<void> {
  const { key, input = '' } = request
  const _id = createHash('sha256')
    .update(`${key}|${entry.did}|${entry.record}|${input}`)
    .digest('hex')
    .slice(0, 32)
  await audits.add({ _id, at: now.toISOString(), key: sortKey(now, _id), ...entry })
}
