import { forbidden, invalid, Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { askMove } from '@domain/parking/decisions'
import type { Registration } from '@domain/parking/registration'
import { viewMove } from '@domain/parking/view'
import { readEstate } from '../_kit/estate'
import { move } from '../_kit/move'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { registrations } from '../_services/parking/records'
import { nextRegistration } from '../_services/parking/write'

/** Notifies the household of a car in the way. The caller learns neither name, phone nor house. */
export const moveCar = action('parking', 'moveCar', {
  async load({ plate, scene }) {
    if ((plate === undefined) === (scene === undefined))
      throw invalid(
        'plate',
        '请输入车牌，或扫描车上的二维码',
        'Enter the plate, or scan the code on the windscreen',
      )
    return registrations.find(plate === undefined ? { scene: scene ?? '' } : { plate, atGate: true }, {
      limit: 50,
    })
  },
  async run({ input: { note = null }, caller, loaded, now, requestKey, request }) {
    const estate = await readEstate(caller.estateId ?? '')
    const found = loaded.find(each => each.estateId === estate._id && each.kind === 'permit')
    if (found?.status !== 'active') return { id: null, told: false }
    await refuseUnsafe(caller.openid, note)
    const by = caller.openid
    const asked = { id: requestKey, at: now.toISOString(), by, note, answer: null, answeredAt: null }
    return move(
      found,
      { request, now },
      {
        records: registrations,
        isVisible: () => true,
        judge: registration => refuseSoon(registration, now, estate.settings.parking.moveMinutes),
        next: registration => ({
          after: nextRegistration(registration, askMove(registration, asked), {
            estate,
            by,
            now,
            mark: request,
          }),
        }),
        view: ({ _id }) => ({ id: _id, told: true }),
      },
    )
  },
})

/** @throws Refusal TOO_MANY: one message for each plate within `moveMinutes`, from any caller */
function refuseSoon({ move }: Registration, now: Date, minutes: number): void {
  const free = move === null ? 0 : Date.parse(move.at) + minutes * 60_000
  if (free <= now.getTime()) return
  throw new Refusal('TOO_MANY', {
    words: words(
      '刚刚已经通知过车主，请稍等几分钟',
      'The owner has just been notified. Please wait a few minutes.',
    ),
    retryAfter: Math.ceil((free - now.getTime()) / 1000),
  })
}

/** The state of a request to move a car, for the person who made it. */
export const readMoveAsked = action('parking', 'moveAsked', {
  load: ({ id }) => registrations.byId(id),
  run({ caller, loaded }) {
    if (loaded?.move?.by !== caller.openid) throw forbidden()
    return Promise.resolve(viewMove(loaded))
  },
})
