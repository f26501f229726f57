import { words } from '@domain/kernel/words'
import { spokenPlate } from '@domain/kernel/plate'
import { carrying, type Mark } from '@domain/notice/letter'
import { derived, type Change } from '@domain/parking/decisions'
import type { Registration } from '@domain/parking/registration'
import { stateOf } from '@domain/parking/states'
import { stateWords, vehicleWords } from '@domain/parking/wording'
import type { SetEstate } from './estate'

interface Written { estate: SetEstate; by: string; now: Date; mark: Mark | null }

/** The next version of a registration, with its messages, the mark of the request and all that follows from its state. */
export function writtenRegistration(registration: Registration, { set, tell, values = {} }: Change, { estate, by, now, mark }: Written): Registration {
  const changed = { ...registration, ...set }
  const next = { ...changed, ...derived(changed, estate.settings.parking) }
  const name = next.plate === null ? vehicleWords[next.vehicle] : words(spokenPlate(next.plate), spokenPlate(next.plate))
  const news = tell.map(({ kind, to }) => ({ kind: `parking.${kind}` as const, to }))
  return carrying(next, news, {
    at: now, by, values: { no: registration.space ?? registration.house, subject: name, state: stateWords[stateOf(next, now)]['zh-CN'], ...values },
    link: `packages/parking/vehicle/index?id=${registration._id}`,
  }, mark)
}
