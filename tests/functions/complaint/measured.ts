import type { Measured } from '../support/measured-calls'

/** Every action of complaints. Calls that may cost more when repeated are made twice. */
export const measured: Measured = async ({ ok, again }) => {
  const submit = (more: object = {}) =>
    again('demo-owner', 'complaint', 'submit', {
      category: 'noise',
      content: '夜里施工',
      houseId: 'tianma-1',
      ...more,
    })
  const { id } = await submit()
  for (const scope of ['mine', 'queue', 'callbacks'] as const)
    await ok(scope === 'mine' ? 'demo-owner' : 'demo-butler', 'complaint', 'list', { scope })
  await ok('demo-owner', 'complaint', 'list', { scope: 'mine', status: 'submitted' })
  await ok('demo-manager', 'complaint', 'list', { scope: 'queue', status: 'submitted' })
  await ok('demo-owner', 'complaint', 'get', { id })
  await ok('demo-owner', 'complaint', 'people')
  await ok('demo-owner', 'complaint', 'promises')
  const { id: order } = await ok('demo-owner', 'repair', 'create', {
    place: 'house',
    houseId: 'tianma-1',
    category: 'water',
    urgency: 'normal',
    description: '水龙头漏水',
  })
  await submit({ about: { kind: 'repair', id: order } })
  await again('demo-butler', 'complaint', 'accept', { id })
  await again('demo-butler', 'complaint', 'progress', { id, note: '已联系施工方' })
  await again('demo-butler', 'complaint', 'resolve', { id, outcome: '施工改到白天' })
  await again('demo-butler-2', 'complaint', 'contact', { id })
  await again('demo-butler-2', 'complaint', 'callBack', { id, reached: false })
  await again('demo-butler-2', 'complaint', 'callBack', { id, reached: true, satisfied: 5 })
  await again('demo-butler', 'complaint', 'close', { id })
  await again('demo-owner', 'complaint', 'reopen', { id, reason: '又开始了' })
  await again('demo-butler', 'complaint', 'resolve', { id, outcome: '已停工' })
  await again('demo-owner', 'complaint', 'answer', { id, satisfied: 4 })
  await again('demo-owner', 'complaint', 'withdraw', { id: (await submit()).id })
  await again('demo-butler', 'complaint', 'invalidate', { id: (await submit()).id, reason: '不在本小区' })
  const { id: hidden } = await submit({ anonymous: true })
  await again('demo-manager', 'complaint', 'reveal', { id: hidden })
}
