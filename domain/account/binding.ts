import { words } from '../kernel/words'
import { forbidden, invalid, Refusal } from '../kernel/failure'
import { hasPost, type Caller, type Relation } from '../kernel/people'
import { maskPhone } from '../kernel/phone'
import type { OutboxRecord, NewMessage } from '../notice/outbox'
import type { Approver, BindingStatus, BindingView } from './contract'

/** A person's tie to a house, from the request to its end. Instants ISO 8601 UTC. */
export interface Binding extends OutboxRecord {
  key: string
  at: string
  /** `house:openid` while it lives, afterwards its own id: one live tie per person and house. */
  liveKey: string
  houseId: string
  code: string
  openid: string
  name: string
  phone: string
  phoneProven: boolean
  relation: Relation
  /** A tenancy's end; null: none. */
  until: string | null
  /** What the timer looks for: the end of a tie that is active and has one. */
  endsAt: string | null
  status: BindingStatus
  needs: Approver[]
  reason: string | null
}

/** The fields of a decision, and who is told. */
export interface BindingChange {
  set: Partial<Binding>
  notify: NewMessage[]
}

/** Whose yes a request needs. An owner whose phone is in the register needs nobody's (docs/promises.md, `bind`). */
export const needsOf = (relation: Relation, isRegisteredOwner: boolean): Approver[] =>
  relation === 'owner' ? (isRegisteredOwner ? [] : ['butler']) : ['owner', 'butler']

/** @throws Refusal INVALID_INPUT when a tenancy lacks its end or has passed, or another tie has one */
export function checkUntil(relation: Relation, until: string | undefined, now: Date): void {
  if (relation === 'tenant' && until === undefined)
    throw invalid('until', '请填写租期结束日', 'Please give the end of the lease')
  if (relation !== 'tenant' && until !== undefined)
    throw invalid('until', '只有租户需要填写租期', 'Only a tenancy has an end')
  if (until !== undefined && Date.parse(until) <= now.getTime())
    throw invalid('until', '租期已结束', 'This lease is over')
}

const isOwnerOf = (caller: Caller, houseId: string): boolean =>
  caller.houses.some(house => house.houseId === houseId && house.relation === 'owner')
const ofEstate = (binding: Binding, caller: Caller): boolean => binding.estateId === caller.estateId

/** Who the caller is to a request: those whose yes they can give. */
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

/** Whether the caller may see the tie at all. */
export const maySeeBinding = (binding: Binding, caller: Caller): boolean =>
  mayEnd(binding, caller) || approverOf(binding, caller).length > 0

export const bindingActions = (binding: Binding, caller: Caller): BindingView['actions'] => [
  ...(binding.status === 'pending' && approverOf(binding, caller).some(who => binding.needs.includes(who))
    ? ['approve' as const, 'refuse' as const]
    : []),
  ...((binding.status === 'pending' || binding.status === 'active') && mayEnd(binding, caller)
    ? ['unbind' as const]
    : []),
]

/** Fields of a tie that has become active. */
export const activated = (binding: Binding): Partial<Binding> => ({
  status: 'active',
  needs: [],
  endsAt: binding.until,
})
const ended = (binding: Binding): Partial<Binding> => ({ liveKey: binding._id, endsAt: null, needs: [] })

const applicant = (binding: Binding) => ({ openids: [binding.openid] })

/** Who is told of a new tie: the house, and the butlers when their yes is missing. */
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
 * A yes or a no to a request.
 * `houseHasOwner` false: nobody in the house can give the owner's yes, so the butler's counts for both.
 * @throws Refusal FORBIDDEN, CONFLICT when it is decided already, INVALID_INPUT when a no has no reason
 */
export function decideBinding(
  binding: Binding,
  caller: Caller,
  word: { approve: boolean; reason?: string | undefined },
  houseHasOwner: boolean,
): BindingChange {
  const mine = approverOf(binding, caller)
  if (mine.length === 0) throw forbidden()
  if (binding.status !== 'pending' || !mine.some(who => binding.needs.includes(who))) {
    throw new Refusal('CONFLICT', {
      words: words('这条申请已经处理过了', 'This request has been decided already'),
    })
  }
  if (!word.approve) {
    if (!word.reason) throw invalid('reason', '请说明未通过的原因', 'Please say why not')
    return {
      set: { ...ended(binding), status: 'refused', reason: word.reason },
      notify: [{ kind: 'account.refused', to: applicant(binding) }],
    }
  }
  const given = mine.includes('butler') && !houseHasOwner ? [...mine, 'owner' as const] : mine
  const needs = binding.needs.filter(who => !given.includes(who))
  if (needs.length > 0)
    return { set: { needs }, notify: [{ kind: 'account.halfway', to: applicant(binding) }] }
  return {
    set: activated(binding),
    notify: [
      { kind: 'account.approved', to: applicant(binding) },
      { kind: 'account.joined', to: { house: binding.houseId } },
    ],
  }
}

/** @throws Refusal FORBIDDEN, CONFLICT when it has ended already */
export function endBinding(binding: Binding, caller: Caller): BindingChange {
  if (!mayEnd(binding, caller)) throw forbidden()
  if (binding.status !== 'pending' && binding.status !== 'active')
    throw new Refusal('CONFLICT', { words: words('这条绑定已经结束', 'This has ended already') })
  return {
    set: { ...ended(binding), status: 'ended' },
    notify: binding.openid === caller.openid ? [] : [{ kind: 'account.ended', to: applicant(binding) }],
  }
}

/** A lease that has run out. */
export const lapse = (binding: Binding): BindingChange => ({
  set: { ...ended(binding), status: 'ended' },
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
