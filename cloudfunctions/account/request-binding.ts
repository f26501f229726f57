import { checkUntil, needsOf, messagesOfRequest, type Binding } from '@domain/account/binding'
import type { Input } from '@domain/contract'
import { forbidden, invalid, Refusal } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { words } from '@domain/kernel/words'
import { withMessages, type Mark } from '@domain/notice/outbox'
import { readEstate } from '../_kit/estate'
import { addRecord } from '../_kit/outbox'
import type { House } from '../_kit/records'
import { isRepeated } from '../_kit/repetition'
import { action } from '../_kit/serve'
import { openapi } from '../_kit/store'
import { bindingMessage } from '../_services/account/binding-message'
import { bindings, liveKey } from '../_services/account/records'
import { join } from '../_services/account/sync-membership'
import { scanCode } from './scan-code'
import { takeTry } from './take-try'

type BindInput = Input<'account', 'bind'>

/** A person asks to join the house whose code they have scanned; a registered owner is approved at once. */
export const requestBinding = action('account', 'bind', {
  load: ({ scene, houseId }) => scanCode(scene, houseId),
  async run({ input, caller, person, loaded: scanned, now, requestKey, request }) {
    checkUntil(input.relation, input.until, now)
    if ((input.phone === undefined) === (input.phoneCode === undefined))
      throw invalid('phone', '请填写手机号', 'Please give your mobile number')
    const house = scanned?.house
    await takeTry(caller.openid, person, now, scanned ? { estateId: scanned.estateId } : {})
    if (scanned?.building && !house) throw invalid('houseId', '请选择房屋', 'Please choose the house')
    if (!house) throw forbidden()
    await refuseWhenFull(house)
    const phone = input.phone ?? (await readVerifiedPhone(input.phoneCode ?? ''))
    const binding = draft(input, { house, phone, openid: caller.openid, now, request })
    if (!(await addRecord(bindings, binding))) {
      const existing = await bindings.byId(requestKey)
      if (existing === null)
        throw new Refusal('CONFLICT', {
          words: words(
            '您已绑定这套房屋，或申请正在审核',
            'You are in this house already, or your request is waiting',
          ),
        })
      isRepeated(existing.marks, request)
      return viewAsRequested(existing, house)
    }
    if (binding.status === 'active') await join(binding)
    return viewAsRequested(binding, house)
  },
})

/** The first answer to the request, even if the binding has changed since. */
function viewAsRequested(binding: Binding, house: House) {
  const needs = needsOf(binding.relation, isRegistered(house, binding.phone))
  return {
    id: binding._id,
    status: needs.length === 0 ? ('active' as const) : ('pending' as const),
    houseId: binding.houseId,
    needs,
  }
}

/**
 * @throws Refusal FULL at the estate's own limit of people per house; a butler makes room by ending a binding
 */
async function refuseWhenFull(house: House): Promise<void> {
  const most = (await readEstate(house.estateId)).settings.account.peoplePerHouse
  const living = await bindings.find(
    { estateId: house.estateId, houseId: house._id, status: 'active' },
    { limit: most },
  )
  if (living.length >= most)
    throw new Refusal('FULL', {
      words: words('这套房屋的人数已满，请联系管家', 'This house is full; please ask your butler'),
    })
}

const isRegistered = (house: House, phone: string): boolean =>
  house.ownerPhone !== null && house.ownerPhone === phone

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
}

function draft(input: BindInput, { house, phone, openid, now, request }: Asking): Binding {
  const id = request.key
  const needs = needsOf(input.relation, isRegistered(house, phone))
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
    houseId: house._id,
    code: house.code,
    openid,
    name: input.name,
    phone,
    phoneProven: input.phoneCode !== undefined,
    relation: input.relation,
    until,
    status: needs.length === 0 ? 'active' : 'pending',
    endsAt: needs.length === 0 ? until : null,
    needs,
    reason: null,
  }
  return withMessages(binding, messagesOfRequest(binding), bindingMessage(binding, now, openid), request)
}
