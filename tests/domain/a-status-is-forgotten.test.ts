import { isLiveBinding } from '@domain/account/binding'
import { bindingStatuses } from '@domain/account/kinds'
import { statuses as complaintStatuses } from '@domain/complaint/kinds'
import { phaseOf, statusesIn } from '@domain/complaint/phases'
import { registrationStatuses } from '@domain/parking/kinds'
import { isLive } from '@domain/parking/states'
import { statuses as orderStatuses } from '@domain/repair/kinds'
import * as repair from '@domain/repair/states'
import { passStates } from '@domain/visitor/kinds'
import { isOpenState } from '@domain/visitor/states'

const sorted = (all: readonly string[]): string[] => [...all].sort()

test('an order is open until it is closed or cancelled', () => {
  expect(sorted(repair.openStatuses)).toEqual(
    sorted(['submitted', 'accepted', 'assigned', 'working', 'finished']),
  )
  expect(orderStatuses.filter(status => !repair.isOpen(status))).toEqual(['closed', 'cancelled'])
})

test('an order waits for a technician, then for its own, then its work is done', () => {
  expect(sorted(repair.unassignedStatuses)).toEqual(['accepted', 'submitted'])
  expect(sorted(repair.inWorkStatuses)).toEqual(['assigned', 'working'])
  expect(sorted(repair.doneStatuses)).toEqual(['closed', 'finished'])
})

test('a complaint is in hand until it is answered or dropped', () => {
  expect(complaintStatuses.filter(status => phaseOf[status] === 'inHand')).toEqual(statusesIn('inHand'))
  expect(statusesIn('inHand')).toEqual(['submitted', 'accepted', 'handling'])
  expect(statusesIn('answered')).toEqual(['resolved', 'called_back', 'closed'])
  expect(statusesIn('dropped')).toEqual(['withdrawn', 'invalid'])
})

test('a binding lives until it is refused or ended', () => {
  expect(bindingStatuses.filter(status => isLiveBinding({ status }))).toEqual(['pending', 'active'])
})

test('a registration counts until it is rejected, cancelled or ended', () => {
  expect(registrationStatuses.filter(isLive)).toEqual(['pending', 'waiting', 'active'])
})

test('a pass lets its guest come while it is upcoming or active', () => {
  expect(passStates.filter(isOpenState)).toEqual(['upcoming', 'active'])
})
