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

/** Whether the guest of the pass was inside by that time. */
export const isInsideBy = (pass: Pass, at: Date): boolean =>
  (insideVisit(pass)?.at ?? '9') <= at.toISOString()

/** Ends the visit of the guest whose car drives out, if one of these is inside, and notifies the host. */
export async function guestDrivesOut(
  guests: readonly Pass[],
  { at, now, gate, by, request }: Departure,
): Promise<void> {
  const pass =
    guests.find(({ marks }) => isRepeated(marks, request)) ?? guests.find(each => isInsideBy(each, at))
  if (pass === undefined) return
  const estate = await readEstate(pass.estateId)
  await move(
    pass,
    { request, now },
    {
      records: passes,
      isVisible: () => true,
      next(stands) {
        if (!isInsideBy(stands, at)) return null
        const gone = afterLeaving(stands, insideVisit(stands)?.id ?? '', at.getTime(), gate)
        const notify = [{ kind: 'left' as const, to: toHost(stands) }]
        return { after: nextPass(gone, { estate, by, now, mark: request, notify }) }
      },
      view: () => undefined,
    },
  )
}
