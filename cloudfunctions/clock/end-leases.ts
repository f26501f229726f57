import { lapse } from '@domain/account/binding'
import { carrying } from '@domain/notice/letter'
import { bindings } from '../_kit/account-records'
import { commit } from '../_kit/carriers'
import { leave } from '../_kit/membership'
import { letterOf } from '../_kit/binding-letter'
import { op } from '../_kit/store'
import { portion, type Duty } from './duty'

/** A lease that is over ends the tenant's tie to the house; the tenant and the butlers are told once. */
export const endLeases: Duty = async now => {
  let leasesEnded = 0
  for (const binding of await bindings.find(
    { endsAt: op.lte(now.toISOString()) },
    { orderBy: ['endsAt', 'asc'], limit: portion },
  )) {
    const { set, tell } = lapse(binding)
    const next = { ...binding, ...set }
    if (!(await commit('bindings', binding, carrying(next, tell, letterOf(next, now, ''), null)))) continue
    await leave(binding)
    leasesEnded++
  }
  return { leasesEnded }
}
