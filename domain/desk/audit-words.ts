import { words, type Words } from '../kernel/words'
import { audits, sheets } from '../services'

const flatten = (
  table: Record<string, Record<string, Words>>,
  toKind: (service: string, name: string) => string,
) =>
  Object.entries(table).flatMap(([service, rows]) =>
    Object.entries(rows).map(([name, text]) => [toKind(service, name), text] as const),
  )
const texts = new Map([
  ...flatten(audits, (service, name) => `${service}.${name}`),
  ...flatten(sheets, (_service, name) => `desk.export.${name}`),
])

/** How an audit entry of this kind reads; a stored kind that no longer exists reads as it is stored. */
export const auditWords = (did: string): Words => texts.get(did) ?? words(did, did)
