import type { Relation } from '../kernel/people'
import { words, type Words } from '../kernel/words'
import type { BindingStatus } from './contract'

export const relationWords: Record<Relation, Words> = {
  owner: words('业主', 'Owner'),
  family: words('家属', 'Family'),
  tenant: words('租户', 'Tenant'),
}

export const bindingStatusWords: Record<BindingStatus, Words> = {
  pending: words('待审核', 'Pending'),
  active: words('已通过', 'Approved'),
  refused: words('未通过', 'Not approved'),
  ended: words('已结束', 'Ended'),
}
