import { aTap, eventually } from '../support/estate'
import type { Measured } from '../support/measured'

export const notice: Measured = async ({ ok, again }) => {
  await again('demo-butler', 'notice', 'consent', { results: { repairProgress: 'accept' } })
  await ok('demo-owner', 'repair', 'create', aTap)
  const first = await eventually(async () => (await ok('demo-butler', 'notice', 'inbox')).items[0])
  await ok('demo-butler', 'notice', 'inbox', { limit: 50 })
  await ok('demo-butler', 'notice', 'unread')
  await again('demo-butler', 'notice', 'read', { id: first.id })
  await again('demo-butler', 'notice', 'read', {})
}
