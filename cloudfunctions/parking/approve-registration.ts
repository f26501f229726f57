import { invalid, Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import * as decisions from '@domain/parking/decisions'
import type { Registration, Space } from '@domain/parking/registration'
import { competeForSpace } from '@domain/parking/waiting-list'
import { registrations, spaceId, spaces } from '../_services/parking/records'
import { moveRegistration } from './move-registration'
import { someFree } from './space-taken'

/** The permit is given, or longer; where the area is full, the household waits in the order of asking. */
export const approveRegistration = moveRegistration(
  'approve',
  async (registration, { input, caller, estate, now }) => {
    const until = decisions.checkUntil(registration, input.until, now, estate.settings.parking)
    if (registration.status === 'active') return decisions.extend(registration, until, caller.openid)
    if (input.space === undefined) return withoutSpace(registration, until, caller.openid)
    const space = await spaceFor(registration, input.space)
    await refuseBefore(registration, space)
    return decisions.approve(registration, space, until, caller.openid)
  },
)

/** A bay of one's own is for those who rent or own one; everybody else parks where there is room. */
async function withoutSpace(
  registration: Registration,
  until: string | null,
  by: string,
): Promise<decisions.Change> {
  if (registration.permit === 'temporary') return decisions.approve(registration, null, until, by)
  const { estateId, vehicle, area } = registration
  const wished = area === '' ? 'none there are' : await someFree({ estateId, vehicle, area })
  // No area was wished for, or one that has gone since: every one will do.
  const isAny = wished === 'none there are'
  const free = isAny ? await someFree({ estateId, vehicle }) : wished
  if (free === 'none there are') return decisions.approve(registration, null, until, by)
  if (free) throw invalid('space', '还有空车位，请选择一个', 'There are free spaces; please choose one')
  return decisions.wait(registration, isAny ? '' : area)
}

/** @throws Refusal INVALID_INPUT on `space` */
async function spaceFor({ estateId, vehicle }: Registration, no: string): Promise<Space> {
  const space = await spaces.byId(spaceId(estateId, no))
  if (space === null) throw invalid('space', '没有这个车位', 'No such space')
  if (space.vehicle !== vehicle)
    throw invalid('space', '这个车位不是给这种车的', 'This space is for another kind of vehicle')
  if (space.reserved) throw invalid('space', '这个车位已预留', 'This space is reserved')
  return space
}

/** Whoever has waited longest for such a space comes first. */
async function refuseBefore(registration: Registration, space: Space): Promise<void> {
  const { estateId, vehicle } = space
  const waiting = await registrations.find(
    { estateId, waitsFor: 'space', vehicle },
    { orderBy: ['waitKey', 'asc'], limit: 100, leaveOut: ['outbox', 'marks'] },
  )
  const first = waiting.find(each => competeForSpace(each, space))
  if (!first || first._id === registration._id) return
  throw new Refusal('CONFLICT', {
    words: words('{house} 排在前面，请先分给他们', '{house} has waited longer and comes first'),
    values: { house: first.house },
  })
}
