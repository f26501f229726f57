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
 * The next version of a registration, with its messages, the mark of the request and the fields derived from
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
  const messages = notify.map(({ kind, to }) => ({ kind: `parking.${kind}` as const, to }))
  const written = withMessages(
    next,
    messages,
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
 * The page that a message opens: the vehicle, where the reader may see it. The person who asked for a car to
 * be moved may not; and a freed space opens the waiting list.
 */
function linkOf(kind: MessageKind, id: string): string {
  if (kind === 'parking.answered') return `packages/parking/move/index?id=${id}`
  return kind === 'parking.freed'
    ? 'packages/parking/desk/index?shown=waiting'
    : `packages/parking/vehicle/index?id=${id}`
}
