import type { Call } from './call'

const day = 86_400_000
interface Made {
  id: string
}

/** Three areas with their spaces, a family car that is inside, one whose permit ends soon, and one to be approved. */
export async function parkVehicles(call: Call): Promise<void> {
  // The same day gives the same call, so that filling again changes nothing.
  const until = (days: number): string =>
    new Date((Math.floor(Date.now() / day) + days) * day - 8 * 3_600_000 - 60_000).toISOString()
  const row = (area: string, areaEn: string, vehicle: string, letter: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ no: `${letter}-${String(n + 1)}`, area, areaEn, vehicle }))
  await call('demo-butler', 'parking', 'importSpaces', {
    rows: [
      ...row('地下车库', 'Garage', 'car', 'B1', 24),
      ...row('地面', 'Open air', 'car', 'S', 10),
      ...row('摩托车棚', 'Motorcycle shed', 'motorcycle', 'M', 6),
      ...row('自行车棚', 'Bicycle shed', 'bicycle', 'Z', 12),
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
