import type { Match } from '@domain/parking/contract'
import {
  decisiveMatch,
  matchesOffline,
  parseQuery,
  maxMatches,
  onePerPlate,
  typedField,
} from '@domain/parking/lookup'

const row = (plate: string, known: Match['known'], inside = false): Match => ({
  plate,
  known,
  vehicle: null,
  permit: null,
  until: null,
  house: null,
  area: '',
  inside,
})

test('a plate is shown once, with what matters most, and stays inside', () => {
  expect(
    onePerPlate([
      row('鲁F10000', 'permit', true),
      row('鲁F20000', 'permit'),
      row('鲁F10000', 'blocked'),
      row('鲁F10000', 'visitor'),
    ]).map(({ plate, known, inside }) => [plate, known, inside]),
  ).toEqual([
    ['鲁F10000', 'blocked', true],
    ['鲁F20000', 'permit', false],
  ])
})

test('a permit that has ended does not hide the pass of a visitor', () => {
  expect(decisiveMatch('鲁F10000', [row('鲁F10000', 'expired'), row('鲁F10000', 'visitor')]).known).toBe(
    'visitor',
  )
  expect(decisiveMatch('鲁F10000', [row('鲁F10001', 'permit')]).known).toBe('unknown')
})

test('without a network the phone finds a part anywhere in the plate, and no more than it can show', () => {
  const many = Array.from({ length: 30 }, (_, n) => row(`鲁F${String(10_000 + n)}`, 'permit'))
  expect(matchesOffline('F100', many)).toHaveLength(maxMatches)
  expect(matchesOffline('029', many).map(({ plate }) => plate)).toEqual(['鲁F10029'])
})

test('a piece that begins with a province is looked for in the plate, every other behind the dot', () => {
  expect(['鲁F1', '使12', '123', 'F12'].map(typedField)).toEqual(['plate', 'plate', 'serial', 'serial'])
})

test('what the desk types is a house, and from three characters on a piece of a plate too; a house with a dash is no plate', () => {
  expect(
    ['31', '301', '44-1', '鲁F-123', '鲁f·d3', '<script>'].map(query => parseQuery(query).piece),
  ).toEqual([null, '301', null, '鲁F123', '鲁FD3', null])
  expect(parseQuery('44-1').house).toBe('44-1')
})
