import { occupancyOf } from '@domain/parking/occupancy'

const areas = [
  { area: '地面', areaEn: 'Open air', vehicle: 'car' as const, spaces: 10 },
  { area: '地面', areaEn: 'Open air', vehicle: 'bicycle' as const, spaces: 4 },
]
const count = (area: string, vehicle: 'car' | 'bicycle', of: number) => ({ area, vehicle, count: of })

test('two kinds of vehicle share the name of an area, and each is counted in its own', () => {
  const hours = [
    { at: '2026-11-25T06:00:00.000Z', areas: [count('地面', 'car', 7), count('地面', 'bicycle', 1)] },
  ]
  expect(
    occupancyOf({
      areas,
      inside: [count('地面', 'car', 6), count('地面', 'bicycle', 2)],
      given: [count('地面', 'car', 8)],
      hours,
    }),
  ).toEqual([
    { ...areas[0], inside: 6, given: 8, hours: [{ at: '2026-11-25T06:00:00.000Z', inside: 7 }] },
    { ...areas[1], inside: 2, given: 0, hours: [{ at: '2026-11-25T06:00:00.000Z', inside: 1 }] },
  ])
})

test('vehicles without a space of their own stand in an area without a name, which is shown only for them', () => {
  const filled = occupancyOf({
    areas,
    inside: [count('', 'car', 2), count('旧车库', 'car', 1)],
    given: [],
    hours: [],
  })
  expect(filled.map(({ area, spaces, inside }) => [area, spaces, inside])).toEqual([
    ['地面', 10, 0],
    ['地面', 4, 0],
    ['', 0, 3],
  ])
  expect(
    occupancyOf({ areas, inside: [], given: [], hours: [{ at: '2026-11-25T06:00:00.000Z', areas: [] }] }),
  ).toHaveLength(2)
})

test('an hour in which an area was empty counts as zero, not as missing', () => {
  const [first] = occupancyOf({
    areas,
    inside: [],
    given: [],
    hours: [{ at: '2026-11-25T06:00:00.000Z', areas: [count('地面', 'bicycle', 1)] }],
  })
  expect(first?.hours).toEqual([{ at: '2026-11-25T06:00:00.000Z', inside: 0 }])
})
