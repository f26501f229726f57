import { checkUntil, needsOf, messagesOfRequest, type Binding } from '@domain/account/binding'
import type { Input } from '@domain/contract'
import { forbidden, invalid, Refusal } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { words } from '@domain/kernel/words'
import { withMessages, type Mark } from '@domain/notice/outbox'
import { addRecord } from '../_kit/outbox'
import type { House } from '../_kit/records'
import { isRepeated } from '../_kit/repetition'
import { action } from '../_kit/serve'
import { openapi } from '../_kit/store'
import { bindingMessage } from '../_services/account/binding-message'
import { bindings, liveKey } from '../_services/account/records'
import { join } from '../_services/account/sync-membership'
import { scanCode } from './scan-code'
import { findPlace, houseFull } from './take-place'
import { takeTry } from './take-try'

type BindInput = Input<'account', 'bind'>

/** A person asks to join the house whose code they have scanned; a registered owner is approved at once. */
export const requestBinding = action('account', 'bind', {
  load: ({ scene, houseId }) => scanCode(scene, houseId),
  async run({ input, caller, person, loaded: scanned, now, request }) {
    checkUntil(input.relation, input.until, now)
    if ((input.phone === undefined) === (input.phoneCode === undefined))
      throw invalid('phone', '请填写手机号', 'Please give your mobile number')
    const house = scanned?.house
    const more = scanned ? { estateId: scanned.estateId } : {}
    await takeTry(caller.openid, person, now, more).catch(async (refusal: unknown) => {
      // A repetition is answered as the first time, however many attempts there have been.
      if ((await readRepeated(request)) === null) throw refusal
    })
    if (scanned?.building && !house) throw invalid('houseId', '请选择房屋', 'Please choose the house')
    if (!house) throw forbidden()
    const phone = input.phone ?? (await readVerifiedPhone(input.phoneCode ?? ''))
    const asking = { house, phone, openid: caller.openid, now, request, isHouseCode: !scanned.building }
    const binding = await add(input, asking)
    if (binding.status === 'active') await join(binding)
    return viewAsRequested(binding, asking)
  },
})

/** Attempts to take a free place in the house while others take places too. */
const mostAttempts = 6

/** @throws Refusal FULL when the house is; CONFLICT when the person is in it, or has asked to be */
async function add(input: BindInput, asking: Asking): Promise<Binding> {
  const { house, openid, request } = asking
  for (let n = 0; n < mostAttempts; n++) {
    const place = await findPlace(house.estateId, house._id)
    const binding = place === null ? null : draft(input, asking, place)
    if (binding !== null && (await addRecord(bindings, binding))) return binding
    const existing = await readRepeated(request)
    if (existing !== null) return existing
    if (binding === null) throw houseFull()
    if ((await bindings.find({ liveKey: liveKey(house._id, openid) }, { limit: 1 })).length > 0)
      throw isKnown()
  }
  throw new Refusal('CONFLICT')
}

/**
 * The binding that this request has made before; null: it is the first time.
 * @throws Refusal INVALID_INPUT on `requestId` when it was another request
 */
async function readRepeated(request: Mark): Promise<Binding | null> {
  const existing = await bindings.byId(request.key)
  if (existing !== null) isRepeated(existing.marks, request)
  return existing
}

const isKnown = (): Refusal =>
  new Refusal('CONFLICT', {
    words: words(
      '您已绑定这套房屋，或申请正在审核',
      'You are in this house already, or your request is waiting',
    ),
  })

/** The first answer to the request, even if the binding has changed since. */
function viewAsRequested(binding: Binding, asking: Asking) {
  const needs = needsOf(
    binding.relation,
    isProvenOwner({ ...asking, phone: binding.phone }, binding.phoneProven),
  )
  return {
    id: binding._id,
    status: needs.length === 0 ? ('active' as const) : ('pending' as const),
    houseId: binding.houseId,
    needs,
  }
}

/**
 * Whether the phone proves the owner: it is in the register, and either WeChat has verified it or the person
 * has the house's own code. A building's code hangs at a door for everyone to scan.
 */
const isProvenOwner = ({ house, phone, isHouseCode }: Asking, isVerified: boolean): boolean =>
  house.ownerPhone !== null && house.ownerPhone === phone && (isVerified || isHouseCode)

/** Reads the phone number that WeChat has verified; a code is valid once, for five minutes. */
async function readVerifiedPhone(code: string): Promise<string> {
  try {
    const answer = await openapi().phonenumber.getPhoneNumber({ code })
    const phone = answer.phoneInfo?.purePhoneNumber
    if (phone) return phone
  } catch {
    /* refused below */
  }
  throw invalid('phoneCode', '没有取到手机号，请手动填写', 'WeChat gave no number; please type it')
}

interface Asking {
  house: House
  phone: string
  openid: string
  now: Date
  request: Mark
  /** The person has scanned the code of the house itself, not that of its building. */
  isHouseCode: boolean
}

function draft(input: BindInput, asking: Asking, freePlace: string): Binding {
  const { house, phone, openid, now, request } = asking
  const id = request.key
  const isVerified = input.phoneCode !== undefined
  const needs = needsOf(input.relation, isProvenOwner(asking, isVerified))
  const until = input.until ?? null
  const binding: Binding = {
    _id: id,
    estateId: house.estateId,
    rev: 0,
    outbox: [],
    outboxDue: false,
    marks: [],
    key: sortKey(now, id),
    at: now.toISOString(),
    liveKey: liveKey(house._id, openid),
    placeKey: needs.length === 0 ? freePlace : id,
    houseId: house._id,
    code: house.code,
    openid,
    name: input.name,
    phone,
    phoneProven: isVerified,
    relation: input.relation,
    since: needs.length === 0 ? now.toISOString() : null,
    until,
    status: needs.length === 0 ? 'active' : 'pending',
    endsAt: needs.length === 0 ? until : null,
    needs,
    reason: null,
  }
  return withMessages(binding, messagesOfRequest(binding), bindingMessage(binding, now, openid), request)
}
