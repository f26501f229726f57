import fc from 'fast-check'
import type { Caller } from '@domain/kernel/people'
import { deriveFields, firstClocks } from '@domain/repair/clocks'
import { defaultRepairSettings } from '@domain/repair/settings'
import { moves, statuses } from '@domain/repair/contract'
import { defaultWorkingHours } from '@domain/kernel/estate-time'
import * as decisions from '@domain/repair/decisions'
import type { Order } from '@domain/repair/order'
import { checkMove, movesFor, transitions } from '@domain/repair/states'
import { maySee, viewOrder } from '@domain/repair/view'

const now = new Date('2026-11-24T02:00:00Z')
const person = (openid: string, more: Partial<Caller> = {}): Caller => ({
  openid,
  estateId: 'e',
  name: openid,
  phone: '19900000000',
  lang: 'zh-CN',
  posts: [],
  houses: [],
  hasAsked: false,
  ...more,
})
const home = {
  estateId: 'e',
  houseId: 'h',
  code: '1',
  relation: 'owner' as const,
  since: '',
  until: null,
}
const owner = person('owner', { houses: [home] })
const neighbour = person('neighbour', { houses: [{ ...home, houseId: 'other' }] })
const butler = person('butler', { posts: ['butler'] })
const technician = person('tech', { posts: ['technician'] })
const other = person('tech-2', { posts: ['technician'] })
const foreign = person('foreign', { estateId: 'f', posts: ['butler', 'technician', 'manager'] })
const everyone = [owner, neighbour, butler, technician, other, foreign]

const clocks = firstClocks({ urgency: 'normal', appointment: null }, now, {
  zone: 'Asia/Shanghai',
  hours: defaultWorkingHours,
  promises: defaultRepairSettings,
})
const order = (more: Partial<Order> = {}): Order => ({
  _id: 'o',
  estateId: 'e',
  no: '1',
  key: 'k',
  rev: 1,
  status: 'submitted',
  open: true,
  place: 'house',
  houseId: 'h',
  house: '1',
  facility: null,
  category: 'water',
  urgency: 'normal',
  description: 'd',
  photos: [],
  unchecked: [],
  appointment: null,
  clocks,
  ...deriveFields({ clocks, _id: 'o', createdAt: now.toISOString() }),
  assignee: null,
  assigneeId: null,
  quote: null,
  rating: null,
  reopened: 0,
  urged: 0,
  urgedAt: null,
  mergedInto: null,
  reporters: ['owner'],
  contact: { name: 'owner', phone: '19900000000' },
  timeline: [],
  outbox: [],
  outboxDue: false,
  marks: [],
  changedKey: '',
  createdAt: now.toISOString(),
  ...more,
})

test.each([
  ['accept', butler, 'submitted'],
  ['grab', technician, 'submitted'],
  ['urge', owner, 'working'],
  ['cancel', owner, 'assigned'],
  ['rate', owner, 'closed'],
] as const)('%s is possible for %o from %s', (move, who, status) => {
  expect(checkMove(move, order({ status }), who)).toBe('may')
})

test.each([
  ['accept', butler, 'accepted', 'notNow'],
  ['cancel', owner, 'working', 'notNow'],
  ['rate', owner, 'finished', 'notNow'],
  ['verify', owner, 'working', 'notNow'],
  ['accept', owner, 'submitted', 'notTheirs'],
  ['cancel', neighbour, 'submitted', 'notTheirs'],
  ['start', other, 'assigned', 'notTheirs'],
  ['urge', butler, 'working', 'notTheirs'],
] as const)('%s by %o from %s is refused', (move, who, status, verdict) => {
  expect(checkMove(move, order({ status, assigneeId: 'tech' }), who)).toBe(verdict)
})

test('nothing can be done to an order that is cancelled, nor from another estate seen', () => {
  for (const who of everyone)
    expect(movesFor(order({ status: 'cancelled', open: false, assigneeId: 'tech' }), who)).toEqual([])
  expect(maySee(order(), foreign)).toBe(false)
  expect(maySee(order(), neighbour)).toBe(false)
  expect(maySee(order({ place: 'public', houseId: null }), neighbour)).toBe(true)
})

test('every move but reading the contact has a row, and every status can be left or is an end', () => {
  for (const move of moves) expect(transitions.some(row => row.move === move)).toBe(true)
  for (const status of statuses.filter(one => one !== 'cancelled'))
    expect(transitions.some(row => row.from.includes(status))).toBe(true)
})

test('work does not finish while a quote waits', () => {
  const waiting = order({
    status: 'working',
    assigneeId: 'tech',
    quote: { items: [], total: 1, state: 'waiting' },
  })
  expect(checkMove('finish', waiting, technician)).toBe('notNow')
  expect(checkMove('quote', waiting, technician)).toBe('notNow')
  expect(checkMove('decideQuote', waiting, owner)).toBe('may')
})

test('a stranger to the house reads no name, phone or note, whatever the order holds', () => {
  const secret = fc.stringMatching(/^[a-z]{12}$/)
  fc.assert(
    fc.property(secret, secret, secret, (name, note, tech) => {
      const held = order({
        place: 'public',
        houseId: null,
        assignee: { id: 'tech', name: tech },
        assigneeId: 'tech',
        contact: { name, phone: '19912345678' },
        timeline: [
          { at: now.toISOString(), by: { openid: 'owner', role: 'resident', name }, what: 'cancelled', note },
        ],
      })
      const text = JSON.stringify(viewOrder(held, neighbour, now))
      for (const hidden of [name, note, tech, '5678']) expect(text).not.toContain(hidden)
    }),
  )
})

test('urging, quoting and sending back follow their rules', () => {
  expect(() =>
    decisions.urge(order({ urgedAt: new Date(now.getTime() - 299_000).toISOString() }), now),
  ).toThrow('TOO_MANY')
  expect(
    decisions.urge(order({ urgedAt: new Date(now.getTime() - 300_000).toISOString() }), now).set.urged,
  ).toBe(1)
  expect(decisions.quote(order(), [{ name: 'a', price: 150, count: 3 }]).set.quote?.total).toBe(450)
  expect(() =>
    decisions.verify(order({ status: 'finished' }), { accepted: false }, now, defaultRepairSettings),
  ).toThrow('INVALID_INPUT')
  expect(() => decisions.cancel(order(), butler, false, undefined)).toThrow('INVALID_INPUT')
})
