import type { Measured } from '../support/measured-calls'
import { aTap } from '../support/estate'

/** Every action of repairs. Calls that may cost more when repeated are made twice. */
export const measured: Measured = async ({ ok, again }) => {
  const file = async (more: object = {}): Promise<{ id: string }> =>
    await again('demo-owner', 'repair', 'create', { ...aTap, ...more })
  const { id } = await file()
  for (const scope of ['mine', 'house']) await ok('demo-owner', 'repair', 'list', { scope })
  for (const [who, scope] of [
    ['demo-butler', 'queue'],
    ['demo-technician', 'queue'],
    ['demo-technician', 'assigned'],
  ] as const) {
    await ok(who, 'repair', 'list', { scope })
    await ok(who, 'repair', 'list', { scope, status: 'accepted' })
  }
  await ok('demo-owner', 'repair', 'list', { scope: 'mine', status: 'submitted' })
  await ok('demo-owner', 'repair', 'list', { scope: 'house', status: 'submitted' })
  await ok('demo-owner', 'repair', 'similar', { place: 'house', category: 'water' })
  await ok('demo-owner', 'repair', 'similar', { place: 'public', category: 'water' })
  await ok('demo-butler', 'repair', 'house', { houseId: 'tianma-1' })
  await ok('demo-butler', 'repair', 'technicians')
  await again('demo-owner', 'repair', 'urge', { id })
  await again('demo-butler', 'repair', 'accept', { id })
  await again('demo-butler', 'repair', 'assign', { id, technician: 'demo-technician' })
  await again('demo-technician', 'repair', 'contact', { id })
  await again('demo-technician', 'repair', 'start', { id })
  await again('demo-technician', 'repair', 'quote', { id, items: [{ name: '阀芯', price: 3500, count: 1 }] })
  await again('demo-owner', 'repair', 'decideQuote', { id, agree: true })
  await again('demo-technician', 'repair', 'finish', { id, note: '换了阀芯' })
  await again('demo-owner', 'repair', 'verify', { id, accepted: true })
  await again('demo-owner', 'repair', 'rate', { id, speed: 5, quality: 5, attitude: 5 })
  await ok('demo-owner', 'repair', 'get', { id })

  const { id: other } = await file()
  await again('demo-technician', 'repair', 'grab', { id: other })
  await again('demo-butler', 'repair', 'merge', { id: (await file()).id, into: other })
  await again('demo-owner', 'repair', 'cancel', { id: other })
}
