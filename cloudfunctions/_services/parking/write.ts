import { spokenPlate } from '@domain/kernel/plate'
import { words } from '@domain/kernel/words'
import { withMessages, type Mark } from '@domain/notice/outbox'
import { deriveFields, type Change } from '@domain/parking/decisions'
import type { Registration } from '@domain/parking/registration'
import { stateOf } from '@domain/parking/states'
import { stateWords, vehicleWords } from '@domain/parking/wording'
import type { MessageKind } from '@domain/services'
import type { SetEstate } from '../../_kit/estate'

interface Written {
  estate: SetEstate
  by: string
  now: Date
  mark: Mark | null
}

/**
 * The next version of a registration, with its messages, the mark of the request and all that follows from
 * its state.
 */
export function nextRegistration(
  registration: Registration,
  { set, notify, values = {} }: Change,
  { estate, by, now, mark }: Written,
): Registration {
  const changed = { ...registration, ...set }
  const next = { ...changed, ...deriveFields(changed, estate.settings.parking) }
  const name =
    next.plate === null ? vehicleWords[next.vehicle] : words(spokenPlate(next.plate), spokenPlate(next.plate))
  const news = notify.map(({ kind, to }) => ({ kind: `parking.${kind}` as const, to }))
  const written = withMessages(
    next,
    news,
    {
      at: now,
      by,
      values: {
        no: registration.space ?? registration.house,
        subject: name,
        state: stateWords[stateOf(next, now)]['zh-CN'],
        ...values,
      },
      link: null,
    },
    mark,
  )
  return {
    ...written,
    outbox: written.outbox.map(message => ({ ...message, link: linkOf(message.kind, registration._id) })),
  }
}

/**
 * The vehicle, where one may see it; whoever asked for it to be moved may not, and a space that is free is
 * for those who wait.
 */
function linkOf(kind: MessageKind, id: string): string {
  if (kind === 'parking.answered') return `packages/parking/move/index?id=${id}`
  return kind === 'parking.freed'
    ? 'packages/parking/desk/index?shown=waiting'
    : `packages/parking/vehicle/index?id=${id}`
}
