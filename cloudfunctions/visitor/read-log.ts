import { toPage } from '@domain/kernel/paging'
import { insideVisit } from '@domain/visitor/pass'
import { toLogEntry, viewEntry } from '@domain/visitor/view'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { gateLog, passes } from '../_services/visitor/records'
import { logWhere } from '../_services/visitor/sheet'

/** The guests who are inside, longest stay first. */
export const listInside = action('visitor', 'inside', {
  async run({ input, caller, now }) {
    const limit = input.limit ?? 20
    const found = await passes.find(
      { estateId: caller.estateId ?? '', insideKey: op.gt(input.cursor ?? '') },
      { orderBy: ['insideKey', 'asc'], limit: limit + 1 },
    )
    const paged = toPage(
      found,
      limit,
      pass => pass.insideKey ?? '',
      pass => pass,
    )
    return {
      next: paged.next,
      items: paged.items.flatMap(pass => {
        const visit = insideVisit(pass)
        return visit ? [viewEntry(toLogEntry(pass, visit), now)] : []
      }),
    }
  },
})

/** The log of the gates, newest first, refusals included. */
export const readLog = action('visitor', 'log', {
  async run({ input, caller, now }) {
    const limit = input.limit ?? 20
    const found = await gateLog.find(logWhere(caller.estateId ?? '', input, input.gate, input.cursor), {
      orderBy: ['key', 'desc'],
      limit: limit + 1,
    })
    return toPage(
      found,
      limit,
      entry => entry.key,
      entry => viewEntry(entry, now),
    )
  },
})

/** Admissions that a guard made offline and that broke a rule. */
export const listConflicts = action('visitor', 'conflicts', {
  async run({ input, caller, now }) {
    const limit = input.limit ?? 20
    const found = await gateLog.find(
      {
        estateId: caller.estateId ?? '',
        conflict: true,
        ...(input.cursor ? { key: op.lt(input.cursor) } : {}),
      },
      { orderBy: ['key', 'desc'], limit: limit + 1 },
    )
    return toPage(
      found,
      limit,
      entry => entry.key,
      entry => viewEntry(entry, now),
    )
  },
})
