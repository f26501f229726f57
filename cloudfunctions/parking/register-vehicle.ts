import type { Input } from '@domain/contract'
import { forbidden, invalid, Refusal } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { livesIn, type Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import type { Mark } from '@domain/notice/outbox'
import { grantedPlateKey } from '@domain/parking/decisions'
import type { Registration } from '@domain/parking/registration'
import { quotaOf } from '@domain/parking/settings'
import { viewRegistration } from '@domain/parking/view'
import { vehicleWords } from '@domain/parking/wording'
import { readEstate, type SetEstate } from '../_kit/estate'
import { countUse, houseOf } from '../_kit/limits'
import { addRecord } from '../_kit/outbox'
import { freePlace } from '../_kit/quota'
import { isRepeated } from '../_kit/repetition'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { parkingAreas, registrations } from '../_services/parking/records'
import { nextRegistration } from '../_services/parking/write'

type RegisterInput = Input<'parking', 'register'>

const living = (houseId: string): Promise<Registration[]> =>
  registrations.find({ houseId, live: true }, { leaveOut: ['outbox'] })

/**
 * Idempotent: the id comes from caller and requestId. Each place of the quota has a unique key, so twenty
 * requests at once get no more places than there are.
 */
export const registerVehicle = action('parking', 'register', {
  load: ({ houseId }) => living(houseId),
  async run({ input, caller, person, loaded, now, requestKey, request }) {
    if (!livesIn(caller, input.houseId)) throw forbidden()
    const estate = await readEstate(caller.estateId ?? '')
    const { parking } = estate.settings
    const most = quotaOf(parking)[input.vehicle]
    checkPlate(input)
    let houses = loaded
    for (let tries = 0; tries <= most; tries++) {
      const made = houses.find(each => each._id === requestKey)
      if (made) {
        isRepeated(made.marks, request)
        return viewRegistration(made, caller, { now, settings: parking })
      }
      const place = freePlace(
        houses.map(({ quotaKey }) => quotaKey),
        quotaName(input.houseId, input.vehicle),
        most,
      )
      if (place === null) throw full(input, most)
      if (tries === 0) {
        await countUse({ caller, person, now, request }, estate, {
          amounts: { messagesPerHour: 1 },
          findMade: () => registrations.byId(requestKey),
          house: houseOf(caller, input.houseId),
        })
        await Promise.all([refuseUnsafe(caller.openid, input.note), checkArea(estate._id, input)])
      }
      const registration = newRegistration(input, { caller, estate, now, request, place })
      if (tries === 0) await refuseKnown(registration)
      if (await addRecord(registrations, registration))
        return viewRegistration(registration, caller, { now, settings: parking })
      await refuseKnown(registration)
      houses = await living(input.houseId)
    }
    throw new Refusal('CONFLICT')
  },
})

function checkPlate({ vehicle, plate }: RegisterInput): void {
  if (vehicle === 'car' && plate === undefined) throw invalid('plate', '请填写车牌', 'Please enter the plate')
  if (vehicle === 'bicycle' && plate !== undefined)
    throw invalid('plate', '自行车没有车牌，请写在备注里', 'A bicycle has no plate; use the note')
}

/**
 * @throws Refusal INVALID_INPUT when the estate has no such area for this kind of vehicle: no space could
 * ever be given there
 */
async function checkArea(estateId: string, { area, vehicle }: RegisterInput): Promise<void> {
  if (area === undefined) return
  const known = (await parkingAreas.byId(estateId))?.items ?? []
  if (!known.some(each => each.area === area && each.vehicle === vehicle))
    throw invalid('area', '没有这个区域，或不停这种车', 'No such area for this kind of vehicle')
}

/** What the places of a house's quota for a kind of vehicle are named after. */
export const quotaName = (houseId: string, vehicle: string): string => `${houseId}:${vehicle}`

function full({ vehicle }: RegisterInput, most: number): Refusal {
  const name = vehicleWords[vehicle]
  return new Refusal('FULL', {
    words: words(
      `每户最多登记 {most} 辆${name['zh-CN']}`,
      `At most {most} for each house: ${name.en.toLowerCase()}`,
    ),
    values: { most },
  })
}

/** @throws Refusal CONFLICT when the house has asked for the plate before, or any house was granted it */
async function refuseKnown({ _id, plateKey, estateId, plate }: Registration): Promise<void> {
  if (plate === null) return
  const [known] = await registrations.find(
    { plateKey: op.in([plateKey, grantedPlateKey({ estateId, plate })]) },
    { limit: 1, leaveOut: ['outbox', 'marks'] },
  )
  if (known && known._id !== _id)
    throw new Refusal('CONFLICT', {
      words: words(
        '这个车牌已经登记，如有疑问请联系管家',
        'This plate is already registered. If you have questions, please contact your butler.',
      ),
    })
}

interface Start {
  caller: Pick<Caller, 'openid' | 'houses'>
  estate: SetEstate
  now: Date
  request: Mark
  place: string
}

function newRegistration(input: RegisterInput, { caller, estate, now, request, place }: Start): Registration {
  const house = caller.houses.find(({ houseId }) => houseId === input.houseId)?.code ?? ''
  const by = caller.openid
  const blank = blankRegistration(
    { ...input, house, estateId: estate._id },
    { now, id: request.key, place, by },
  )
  return nextRegistration(
    blank,
    { set: {}, notify: [{ kind: 'asked', to: { post: 'butler' } }] },
    { estate, by, now, mark: request },
  )
}

type Given = Pick<RegisterInput, 'houseId' | 'vehicle' | 'permit'> & {
  house: string
  estateId: string
  plate?: string | undefined
  note?: string | undefined
  area?: string | undefined
}

interface Asked {
  now: Date
  id: string
  /** The place of the house's quota for this kind of vehicle that it takes. */
  place: string
  by: string
}

/** A new registration, before any decision. */
export const blankRegistration = (
  { estateId, houseId, house, vehicle, permit, plate, note, area }: Given,
  { now, id, place, by }: Asked,
): Registration => ({
  _id: id,
  kind: 'permit',
  estateId,
  key: sortKey(now, id),
  rev: 0,
  status: 'pending',
  live: true,
  houseId,
  house,
  by,
  people: [by],
  vehicle,
  permit,
  note: note ?? null,
  plate: plate ?? null,
  serial: null,
  atGate: false,
  plateKey: id,
  quotaKey: place,
  area: area ?? '',
  space: null,
  spaceKey: id,
  until: null,
  renewal: null,
  waitsFor: 'decision',
  waitKey: '',
  reason: null,
  decidedBy: null,
  reminded: false,
  alarm: null,
  insideKey: null,
  seenAt: null,
  move: null,
  scene: id,
  picture: null,
  createdAt: now.toISOString(),
  outbox: [],
  outboxDue: false,
  marks: [],
})
