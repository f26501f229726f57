import { aTap, eventually } from '../support/estate'
import { inHours } from '../support/times'
import type { Measured } from '../support/measured-calls'

export const measured: Measured = async ({ ok, again, upload, travel }) => {
  await again('demo-butler', 'notice', 'consent', { results: { repairProgress: 'accept' } })
  await again('demo-owner', 'notice', 'consent', { results: { estateNotice: 'accept' } })
  await ok('demo-owner', 'repair', 'create', aTap)
  const first = await eventually(async () => (await ok('demo-butler', 'notice', 'inbox')).items[0])
  await ok('demo-butler', 'notice', 'inbox', { limit: 50 })
  await ok('demo-butler', 'notice', 'unread')
  await again('demo-butler', 'notice', 'read', { id: first.id })
  await again('demo-butler', 'notice', 'read', {})

  const photo = await upload('photo')
  const { id, pushId } = await again('demo-butler', 'notice', 'publish', {
    title: '停水',
    body: '明天停水',
    audience: { kind: 'buildings', ids: ['1', '44'] },
    photos: [photo],
    pin: true,
    until: inHours(48),
    push: true,
  })
  await again('demo-manager', 'notice', 'publish', {
    title: '值班',
    body: '夜班调整',
    audience: { kind: 'roles', ids: ['guard'] },
  })
  for (const audience of [{ kind: 'estate' }, { kind: 'houses', ids: ['tianma-1'] }])
    await ok('demo-butler', 'notice', 'reach', { audience })
  await eventually(async () => (await ok('demo-owner', 'notice', 'inbox')).items.find(item => item.id === id))
  await ok('demo-owner', 'notice', 'unread')
  await ok('demo-owner', 'notice', 'get', { id })
  await again('demo-owner', 'notice', 'read', { id })
  await again('demo-owner', 'notice', 'read', {})
  await ok('demo-butler', 'notice', 'board')
  for (const more of [{}, { cursor: '1' }]) await ok('demo-butler', 'notice', 'receipts', { id, ...more })
  await travel(61 * 60_000)
  await again('demo-butler', 'notice', 'remind', { id })
  await travel(0)
  await eventually(
    async () =>
      (await ok('demo-butler', 'notice', 'pushes')).items.find(push => push.pushId === pushId)?.done,
  )
  await ok('demo-butler', 'notice', 'push', { pushId })
  for (const state of ['sent', 'refused', 'failed'])
    await ok('demo-butler', 'notice', 'told', { pushId, state })
  await again('demo-butler', 'notice', 'pin', { id, pin: false })
  await again('demo-butler', 'notice', 'withdraw', { id })
}
