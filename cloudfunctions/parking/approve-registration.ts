import { invalid, Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import * as decisions from '@domain/parking/decisions'
import type { Registration, Space } from '@domain/parking/registration'
import { competeForSpace } from '@domain/parking/waiting-list'
import { registrations, spaceId, spaces } from '../_services/parking/records'
import { moveRegistration } from './move-registration'
import { hasFreeSpace } from './space-taken'

/**
 * Grants or extends a permit. Where the area is full, the household joins the waiting list in the order of
 * application.
 */
export const approveRegistration = moveRegistration(
  'approve',
  async (registration, { input, caller, estate, now }) => {
    const until = decisions.checkUntil(registration, input.until, now, estate.settings.parking)
    if (registration.status === 'active') return decisions.extend(registration, until, caller.openid)
    await refuseGranted(registration)
    if (input.space === undefined) return withoutSpace(registration, until, caller.openid)
    const space = await spaceFor(registration, input.space)
    await refuseOutOfTurn(registration, space)
    return decisions.approve(registration, space, until, caller.openid)
  },
)

/** @throws Refusal CONFLICT that names the house which has been granted the plate */
async function refuseGranted(registration: Registration): Promise<void> {
  if (registration.plate === null) return
  const [granted] = await registrations.find(
    { plateKey: decisions.grantedPlateKey(registration) },
    { limit: 1, leaveOut: ['outbox', 'marks'] },
  )
  if (granted && granted._id !== registration._id)
    throw new Refusal('CONFLICT', {
      words: words(
        '这个车牌已登记在 {house}，请先核实并结束那份登记',
        'This plate is registered to {house}. Check that registration and end it first.',
      ),
      values: { house: granted.house },
    })
}

/** Only rented and owned permits have a space of their own; a temporary permit parks where there is room. */
async function withoutSpace(
  registration: Registration,
  until: string | null,
  by: string,
): Promise<decisions.Change> {
  if (registration.permit === 'temporary') return decisions.approve(registration, null, until, by)
  const { estateId, vehicle, area } = registration
  const inWishedArea = area === '' ? 'noSpaces' : await hasFreeSpace({ estateId, vehicle, area })
  // The household named no area, or one that no longer exists: any area will do.
  const isAnyArea = inWishedArea === 'noSpaces'
  const free = isAnyArea ? await hasFreeSpace({ estateId, vehicle }) : inWishedArea
  if (free === 'noSpaces') return decisions.approve(registration, null, until, by)
  if (free) throw invalid('space', '还有空车位，请选择一个', 'There are free spaces. Choose one.')
  return decisions.wait(registration, isAnyArea ? '' : area)
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

/** @throws Refusal CONFLICT when another household has waited longer for such a space */
async function refuseOutOfTurn(registration: Registration, space: Space): Promise<void> {
  const { estateId, vehicle } = space
  const waiting = await registrations.findAll(
    { estateId, waitsFor: 'space', vehicle },
    { by: 'waitKey', leaveOut: ['outbox', 'marks'] },
  )
  const first = waiting.find(each => competeForSpace(each, space))
  if (!first || first._id === registration._id) return
  throw new Refusal('CONFLICT', {
    words: words('{house} 排在前面，请先分给他们', '{house} has waited longer and comes first'),
    values: { house: first.house },
  })
}
