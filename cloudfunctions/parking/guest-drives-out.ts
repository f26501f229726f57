import type { Mark } from '@domain/notice/outbox'
import { insideVisit, type Pass } from '@domain/visitor/pass'
import { afterLeaving } from '@domain/visitor/rules'
import { readEstate } from '../_kit/estate'
import { move } from '../_kit/move'
import { isRepeated } from '../_kit/repetition'
import { passes } from '../_services/visitor/records'
import { toHost, nextPass } from '../_services/visitor/write'

interface Departure {
  at: Date
  now: Date
  gate: string
  by: string
  request: Mark
}

/**
 * Ends the visit of the guest whose car drives out, and notifies the host.
 * @returns false when on none of these passes the guest was inside by that time
 */
export async function guestDrivesOut(
  guests: readonly Pass[],
  { at, now, gate, by, request }: Departure,
): Promise<boolean> {
  const isInside = (pass: Pass): boolean => (insideVisit(pass)?.at ?? '9') <= at.toISOString()
  const hasLeft = (pass: Pass): boolean => isRepeated(pass.marks, request)
  const pass = guests.find(hasLeft) ?? guests.find(isInside)
  if (pass === undefined) return false
  const estate = await readEstate(pass.estateId)
  return move(
    pass,
    { request, now },
    {
      records: passes,
      isVisible: () => true,
      next(stands) {
        if (!isInside(stands)) return null
        const gone = afterLeaving(stands, insideVisit(stands)?.id ?? '', at.getTime(), gate)
        const notify = [{ kind: 'left' as const, to: toHost(stands) }]
        return { after: nextPass(gone, { estate, by, now, mark: request, notify }) }
      },
      view: hasLeft,
    },
  )
}
