import { sortKey } from '@domain/kernel/paging'
import { audits } from './records'

export interface AuditEntry {
  estateId: string
  /** Openid of the person who did it; empty for the system. */
  by: string
  /** `<function>.<action>`. */
  did: string
  /** The id of the record it was done to. */
  record: string
}

/**
 * Appends to the audit: who did what to which record, never the content of the record. Idempotent: the entry
 * takes the id of the request.
 */
export async function audit(requestKey: string, now: Date, entry: AuditEntry): Promise<void> {
  await audits.add({ _id: requestKey, at: now.toISOString(), key: sortKey(now, requestKey), ...entry })
}
