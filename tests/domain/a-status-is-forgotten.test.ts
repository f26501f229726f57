import { statuses as orderStatuses } from '@domain/repair/kinds'
import * as repair from '@domain/repair/states'

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
