import { competeForSpace, positionsIn } from '@domain/parking/waiting-list'

const car = (area: string) => ({ vehicle: 'car' as const, area })
const bicycle = (area: string) => ({ vehicle: 'bicycle' as const, area })

test('each area has its line; an application for any area is in all of them, and a bicycle in none of the cars’', () => {
  const line = [
    car('地下车库'),
    bicycle('地下车库'),
    car('地面'),
    car('地下车库'),
    car(''),
    car('地面'),
    bicycle(''),
  ]
  expect(positionsIn(line)).toEqual([1, 1, 1, 2, 4, 3, 2])
})

test('an empty line', () => {
  expect(positionsIn([])).toEqual([])
})

test('one space suits both lines, whichever is asked', () => {
  for (const [a, b, expected] of [
    [car('A'), car('A'), true],
    [car('A'), car('B'), false],
    [car(''), car('B'), true],
    [car('A'), bicycle('A'), false],
  ] as const) {
    expect([competeForSpace(a, b), competeForSpace(b, a)]).toEqual([expected, expected])
  }
})
