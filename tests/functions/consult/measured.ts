import type { Measured } from '../support/measured-calls'

/** Every action of the consultation. Calls that may cost more when repeated are made twice. */
export const measured: Measured = async ({ ok, again, upload }) => {
  const houseId = 'tianma-1'
  const { id: fromMessage } = await again('demo-owner', 'consult', 'say', {
    houseId,
    text: '水压很低',
    photos: [await upload('photo')],
  })
  for (const input of [{}, { waiting: true }]) await ok('demo-butler', 'consult', 'threads', input)
  await ok('demo-owner', 'consult', 'thread', { houseId })
  await again('demo-butler', 'consult', 'handOver', { houseId, note: '明早再看' })
  const { id } = await again('demo-butler', 'repair', 'create', {
    place: 'house',
    houseId,
    category: 'water',
    urgency: 'normal',
    description: '水压很低',
    fromMessage,
  })
  await again('demo-butler', 'consult', 'say', { houseId, text: '已报修', made: { kind: 'repair', id } })
  await again('demo-butler', 'complaint', 'submit', {
    category: 'noise',
    content: '夜里施工',
    houseId,
    fromMessage,
  })
  await ok('demo-butler', 'complaint', 'history', {
    id: (await ok('demo-owner', 'complaint', 'submit', { category: 'noise', content: '夜里施工', houseId }))
      .id,
  })
}
