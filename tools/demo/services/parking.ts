import type { Demonstrate } from '../call'

const day = 86_400_000
interface Made {
  id: string
}

/** Spaces with consecutive numbers, such as B1-1, B1-2 … */
const spaces = (prefix: string, count: number, area: { area: string; areaEn: string; vehicle: string }) =>
  Array.from({ length: count }, (_, n) => ({ no: `${prefix}-${String(n + 1)}`, ...area }))

/**
 * Four parking areas with spaces, a car that is inside, one whose permit ends soon, and one awaiting
 * approval.
 */
export const demonstrate: Demonstrate = async call => {
  // The same day gives the same call, so that seeding again on that day is idempotent.
  const until = (days: number): string =>
    new Date((Math.floor(Date.now() / day) + days) * day - 8 * 3_600_000 - 60_000).toISOString()
  await call('demo-butler', 'parking', 'importSpaces', {
    rows: [
      ...spaces('B1', 24, { area: '地下车库', areaEn: 'Garage', vehicle: 'car' }),
      ...spaces('S', 10, { area: '地面', areaEn: 'Open air', vehicle: 'car' }),
      ...spaces('M', 6, { area: '摩托车棚', areaEn: 'Motorcycle shed', vehicle: 'motorcycle' }),
      ...spaces('Z', 12, { area: '自行车棚', areaEn: 'Bicycle shed', vehicle: 'bicycle' }),
    ],
  })
  const rows = Array.from({ length: 9 }, (_, n) => ({
    house: String(n + 3),
    plate: `鲁F2${String(n)}8${String(n)}6`,
    vehicle: 'car',
    permit: n % 2 ? 'owned' : 'monthly',
    space: `B1-${String(n * 2 + 3)}`,
    until: until(90 + n),
  }))
  await call('demo-butler', 'parking', 'importVehicles', { rows })
  const register = (openid: string, input: object) =>
    call<Made>(openid, 'parking', 'register', { vehicle: 'car', permit: 'monthly', ...input })
  const approve = (id: string, more: object) => call('demo-butler', 'parking', 'approve', { id, ...more })
  const { id: family } = await register('demo-owner', {
    houseId: 'tianma-1',
    plate: '鲁F8A612',
    permit: 'owned',
    note: '白色 SUV',
  })
  await approve(family, { space: 'B1-1' })
  const { id: soon } = await register('demo-owner', {
    houseId: 'tianma-1',
    plate: '鲁FD31206',
    note: '蓝色电动车',
  })
  await approve(soon, { space: 'B1-2', until: until(6) })
  await register('demo-owner-2', { houseId: 'tianma-44-1', plate: '苏E77H01', note: '黑色轿车' })
  for (const plate of ['鲁F8A612', '鲁F20806', '鲁F22826'])
    await call('demo-guard', 'parking', 'gate', { plate, direction: 'in', gate: '地下车库' })
}
