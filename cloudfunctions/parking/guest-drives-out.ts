import { insideVisit, type Pass } from '@domain/visitor/pass'
import { afterLeaving } from '@domain/visitor/rules'
import { commit } from '../_kit/outbox'
import { estateOf } from '../_kit/estate'
import { toHost, writtenPass } from '../_services/visitor/write'
import { passes } from '../_services/visitor/records'

const triesOfRace = 4

interface Going {
  at: Date
  now: Date
  gate: string
  by: string
  requestKey: string
}

/** Ends the visit of the guest whose car goes out, and tells the host; false: none of these passes has its guest inside since before that. */
export async function guestDrivesOut(
  guests: readonly Pass[],
  { at, now, gate, by, requestKey }: Going,
): Promise<boolean> {
  if (guests.some(pass => pass.marks.some(({ key }) => key === requestKey))) return true
  const isInside = (each: Pass): boolean => (insideVisit(each)?.at ?? '9') <= at.toISOString()
  let pass = guests.find(isInside) ?? null
  for (let tries = 0; pass && isInside(pass) && tries < triesOfRace; tries++) {
    const gone = afterLeaving(pass, insideVisit(pass)?.id ?? '', at.getTime(), gate)
    const after = writtenPass(gone, {
      estate: await estateOf(pass.estateId),
      by,
      now,
      mark: { key: requestKey, action: 'gate' },
      notify: [{ kind: 'left', to: toHost(pass) }],
    })
    if (await commit(passes, pass, after)) return true
    pass = await passes.byId(pass._id)
  }
  return false
}
