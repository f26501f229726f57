import type { Measured } from '../support/measured-calls'
import { inDays } from '../support/times'

/** Every action of vehicles. Calls that may cost more when repeated are made twice. */
export const measured: Measured = async ({ ok, again, upload }) => {
  await again('demo-butler', 'parking', 'importSpaces', {
    rows: ['A-1', 'A-2', 'A-3'].map(no => ({ no, area: 'A区', vehicle: 'car' })),
  })
  const { id } = await again('demo-owner', 'parking', 'register', {
    houseId: 'tianma-1',
    plate: '鲁F30001',
    vehicle: 'car',
    permit: 'monthly',
    area: 'A区',
    note: '白色',
  })
  for (const [who, scope] of [
    ['demo-owner', 'mine'],
    ['demo-butler', 'estate'],
  ])
    await ok(who ?? '', 'parking', 'list', { scope })
  for (const query of ['鲁F3', '300', '44-1', '1'])
    await ok('demo-butler', 'parking', 'list', { scope: 'estate', query })
  for (const what of ['decision', 'space']) await ok('demo-butler', 'parking', 'queue', { what })
  await ok('demo-owner', 'parking', 'quota', { houseId: 'tianma-1' })
  await ok('demo-butler', 'parking', 'areas')
  for (const more of [{}, { area: 'A区' }, { vehicle: 'car' }, { area: 'A区', vehicle: 'car', free: true }])
    await ok('demo-butler', 'parking', 'spaces', more)
  await again('demo-butler', 'parking', 'approve', { id, space: 'A-1', until: inDays(3) })
  await ok('demo-owner', 'parking', 'get', { id })
  await again('demo-owner', 'parking', 'renew', { id })
  await again('demo-butler', 'parking', 'reject', { id, reason: '请先缴费' })
  await again('demo-owner', 'parking', 'renew', { id })
  await again('demo-butler', 'parking', 'approve', { id, until: inDays(33) })
  await again('demo-butler', 'parking', 'reserve', { no: 'A-2', reserved: true })
  await again('demo-butler', 'parking', 'reserve', { no: 'A-3', reserved: true })
  const { id: waiting } = await ok('demo-owner-2', 'parking', 'register', {
    houseId: 'tianma-44-1',
    plate: '鲁F30002',
    vehicle: 'car',
    permit: 'monthly',
  })
  await again('demo-butler', 'parking', 'approve', { id: waiting, until: inDays(30) })
  await ok('demo-owner-2', 'parking', 'get', { id: waiting })
  for (const plate of ['300', '鲁F3', '鲁F30001']) await ok('demo-guard', 'parking', 'lookup', { plate })
  await ok('demo-guard', 'parking', 'plates')
  await again('demo-guard', 'parking', 'gate', { plate: '鲁F30001', direction: 'in', gate: '南门' })
  await again('demo-guard', 'parking', 'gate', { plate: '鲁F39999', direction: 'in', gate: '南门' })
  await ok('demo-owner', 'visitor', 'create', {
    houseId: 'tianma-1',
    name: '张三',
    party: 1,
    kind: 'once',
    from: inDays(-1),
    to: inDays(1),
    plate: '鲁F30009',
  })
  await ok('demo-guard', 'visitor', 'scan', { plate: '鲁F30009', gate: '南门' })
  await again('demo-guard', 'parking', 'gate', { plate: '鲁F30009', direction: 'out', gate: '南门' })
  await ok('demo-guard', 'parking', 'log', { from: inDays(-1), to: inDays(1) })
  await ok('demo-butler', 'parking', 'occupancy')
  for (const what of ['vehicles', 'log'])
    await again('demo-butler', 'parking', 'export', { what, from: inDays(-1), to: inDays(1) })
  await again('demo-owner-2', 'parking', 'moveCar', { plate: '鲁F30001', note: '挡住了' })
  await ok('demo-owner-2', 'parking', 'moveAsked', { id })
  await again('demo-owner', 'parking', 'answerMove', { id, answer: 'coming5' })
  await again('demo-owner', 'parking', 'windscreen', { id })
  await again('demo-butler', 'parking', 'importVehicles', {
    rows: [{ house: '20', plate: '鲁F30003', vehicle: 'car', permit: 'owned' }],
  })
  await again('demo-butler', 'parking', 'importSheet', {
    what: 'spaces',
    fileID: await upload('车位号,区域,车型\nC-1,C区,汽车\n', 'spaces.csv'),
  })
  await again('demo-owner', 'parking', 'cancel', { id })
  const { id: left } = await ok('demo-owner', 'parking', 'register', {
    houseId: 'tianma-1',
    plate: '鲁F30004',
    vehicle: 'car',
    permit: 'temporary',
  })
  await ok('demo-butler', 'parking', 'approve', { id: left, until: inDays(3) })
  await again('demo-butler', 'parking', 'end', { id: left, reason: '已搬走' })
}
