import { words } from '../kernel/words'
import { forbidden, invalid, Refusal } from '../kernel/failure'
import { hasPost, livedIn, type Caller, type Relation } from '../kernel/people'
import { maskPhone } from '../kernel/phone'
import type { OutboxRecord, NewMessage } from '../notice/outbox'
import type { Approver, BindingStatus, BindingView } from './contract'
import { bindingStatuses } from './kinds'

/** The binding of a person to a house, from the request to its end. All instants ISO 8601 UTC. */
export interface Binding extends OutboxRecord {
  key: string
  at: string
  /**
   * `house:openid` while it is live, afterwards its own id. Unique: one live binding per person and house.
   */
  liveKey: string
  /**
   * Its place in the house while it is active, afterwards its own id. Unique: however many requests are
   * approved at once, a house has no more members than the estate allows.
   */
  placeKey: string
  houseId: string
  code: string
  openid: string
  name: string
  phone: string
  phoneProven: boolean
  relation: Relation
  /** When it became active; null: it never did. */
  since: string | null
  /** The end of the tenancy; null: none. */
  until: string | null
  /** The end of an active binding, which the timer looks for; null: none. */
  endsAt: string | null
  status: BindingStatus
  needs: Approver[]
  reason: string | null
}

/** Whether a binding counts, or waits to count; a new status that does not say so does not compile. */
const isLive: Record<BindingStatus, boolean> = { pending: true, active: true, refused: false, ended: false }
export const liveStatuses = bindingStatuses.filter(status => isLive[status])
export const isLiveBinding = ({ status }: Pick<Binding, 'status'>): boolean => isLive[status]

/** The fields that a decision sets, and who is notified. */
export interface BindingChange {
  set: Partial<Binding>
  notify: NewMessage[]
}

/**
 * Whose approval a request needs. An owner whose phone is in the register needs none (docs/promises.md,
 * `bind`).
 */
export function needsOf(relation: Relation, isRegisteredOwner: boolean): Approver[] {
  if (relation !== 'owner') return ['owner', 'butler']
  return isRegisteredOwner ? [] : ['butler']
}

/** @throws Refusal INVALID_INPUT when a tenancy has no end or has ended, or another relation has an end */
export function checkUntil(relation: Relation, until: string | undefined, now: Date): void {
  if (relation === 'tenant' && until === undefined)
    throw invalid('until', '请填写租期结束日', 'Please enter the end of the lease')
  if (relation !== 'tenant' && until !== undefined)
    throw invalid('until', '只有租户需要填写租期', 'Only a tenancy has an end date')
  if (until !== undefined && Date.parse(until) <= now.getTime())
    throw invalid('until', '租期已结束', 'This lease has ended')
}

const isOwnerOf = (caller: Caller, houseId: string): boolean =>
  caller.houses.some(house => house.houseId === houseId && house.relation === 'owner')
const ofEstate = (binding: Binding, caller: Caller): boolean => binding.estateId === caller.estateId

/** The approvals that the caller can give to a request. */
export function approverOf(binding: Binding, caller: Caller): Approver[] {
  if (!ofEstate(binding, caller) || binding.openid === caller.openid) return []
  const butler = hasPost(caller, 'butler') ? ['butler' as const] : []
  const owner = isOwnerOf(caller, binding.houseId) && binding.relation !== 'owner' ? ['owner' as const] : []
  return [...butler, ...owner]
}

const mayEnd = (binding: Binding, caller: Caller): boolean =>
  binding.openid === caller.openid ||
  (ofEstate(binding, caller) &&
    (hasPost(caller, 'butler') || (isOwnerOf(caller, binding.houseId) && binding.relation !== 'owner')))

/**
 * Whether the caller may see the binding at all: of one that is over, an owner only if it was asked for since
 * they joined, because earlier ones are of the household before.
 */
export const maySeeBinding = (binding: Binding, caller: Caller): boolean => {
  if (!mayEnd(binding, caller) && approverOf(binding, caller).length === 0) return false
  const isOwn = binding.openid === caller.openid
  return (
    isLiveBinding(binding) ||
    isOwn ||
    hasPost(caller, 'butler') ||
    livedIn(caller, binding.houseId, binding.at)
  )
}

export const bindingActions = (binding: Binding, caller: Caller): BindingView['actions'] => [
  ...(binding.status === 'pending' && approverOf(binding, caller).some(who => binding.needs.includes(who))
    ? ['approve' as const, 'refuse' as const]
    : []),
  ...(isLiveBinding(binding) && mayEnd(binding, caller) ? ['unbind' as const] : []),
]

/** The fields of a binding that becomes active. */
export const activated = (binding: Binding, now: Date): Partial<Binding> & { status: 'active' } => ({
  status: 'active',
  since: now.toISOString(),
  needs: [],
  endsAt: binding.until,
})
const ended = (binding: Binding): Partial<Binding> => ({
  liveKey: binding._id,
  placeKey: binding._id,
  endsAt: null,
  needs: [],
})
/** The fields of a binding that ends. */
export const asEnded = (binding: Binding): Partial<Binding> => ({ ...ended(binding), status: 'ended' })

const applicant = (binding: Binding) => ({ openids: [binding.openid] })

/** Who is notified of a new binding: the house, and the butlers when their approval is missing. */
export const messagesOfRequest = (binding: Binding): NewMessage[] => [
  ...(binding.needs.includes('butler')
    ? [{ kind: 'account.asked' as const, to: { post: 'butler' as const } }]
    : []),
  ...(binding.needs.includes('owner')
    ? [{ kind: 'account.askedOwner' as const, to: { house: binding.houseId } }]
    : []),
  ...(binding.needs.length === 0
    ? [{ kind: 'account.joined' as const, to: { house: binding.houseId } }]
    : []),
]

/**
 * Approves or refuses a request. With `houseHasOwner` false nobody in the house can approve as its owner, so
 * the butler's approval counts for both.
 * @throws Refusal FORBIDDEN; CONFLICT when it is decided already; INVALID_INPUT when a refusal has no reason
 */
export function decideBinding(
  binding: Binding,
  caller: Caller,
  decision: { approve: boolean; reason?: string | undefined },
  { houseHasOwner, now }: { houseHasOwner: boolean; now: Date },
): BindingChange {
  const mine = approverOf(binding, caller)
  if (mine.length === 0) throw forbidden()
  if (binding.status !== 'pending' || !mine.some(who => binding.needs.includes(who))) {
    throw new Refusal('CONFLICT', {
      words: words('这条申请已经处理过了', 'This request has already been decided'),
    })
  }
  if (!decision.approve) {
    if (!decision.reason) throw invalid('reason', '请说明未通过的原因', 'Please give a reason for refusing')
    return {
      set: { ...ended(binding), status: 'refused', reason: decision.reason },
      notify: [{ kind: 'account.refused', to: applicant(binding) }],
    }
  }
  const given = mine.includes('butler') && !houseHasOwner ? [...mine, 'owner' as const] : mine
  const needs = binding.needs.filter(who => !given.includes(who))
  if (needs.length > 0)
    return { set: { needs }, notify: [{ kind: 'account.halfway', to: applicant(binding) }] }
  return {
    set: activated(binding, now),
    notify: [
      { kind: 'account.approved', to: applicant(binding) },
      { kind: 'account.joined', to: { house: binding.houseId } },
    ],
  }
}

/** @throws Refusal FORBIDDEN; CONFLICT when it has already ended */
export function endBinding(binding: Binding, caller: Caller): BindingChange {
  if (!mayEnd(binding, caller)) throw forbidden()
  if (!isLiveBinding(binding))
    throw new Refusal('CONFLICT', { words: words('这条绑定已经结束', 'This binding has already ended') })
  return {
    set: asEnded(binding),
    notify: binding.openid === caller.openid ? [] : [{ kind: 'account.ended', to: applicant(binding) }],
  }
}

/** The end of a binding whose lease has run out. */
export const lapse = (binding: Binding): BindingChange => ({
  set: asEnded(binding),
  notify: [
    { kind: 'account.leaseOver', to: applicant(binding) },
    { kind: 'account.leaseOver', to: { post: 'butler' } },
  ],
})

export const viewBinding = (binding: Binding, caller: Caller): BindingView => ({
  id: binding._id,
  houseId: binding.houseId,
  code: binding.code,
  name: binding.name,
  phone: maskPhone(binding.phone),
  phoneProven: binding.phoneProven,
  relation: binding.relation,
  until: binding.until,
  status: binding.status,
  needs: binding.needs,
  reason: binding.reason,
  at: binding.at,
  actions: bindingActions(binding, caller),
})
