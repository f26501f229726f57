import type { Call } from './call'

/** One complaint to be handled, one that is over, one to be called back, one without a name. */
export async function complain(call: Call): Promise<void> {
  await call('demo-owner-2', 'complaint', 'submit', { category: 'noise', content: '隔壁装修，中午十二点半还在电钻', houseId: 'tianma-44-1', about: '44 号楼' })
  const { id } = await call('demo-owner', 'complaint', 'submit', { category: 'cleaning', content: '会所门口的垃圾桶两天没有清', houseId: 'tianma-1', about: '会所' })
  await call('demo-butler', 'complaint', 'accept', { id })
  await call('demo-butler', 'complaint', 'resolve', { id, outcome: '已清运，并改为每天两次' })
  const { id: light } = await call('demo-owner-2', 'complaint', 'submit', { category: 'facility', content: '东门路灯连续两晚不亮', houseId: 'tianma-44-1', about: '东门' })
  await call('demo-butler', 'complaint', 'accept', { id: light })
  await call('demo-butler', 'complaint', 'resolve', { id: light, outcome: '更换灯具，当晚已亮' })
  await call('demo-butler-2', 'complaint', 'callBack', { id: light, reached: true, satisfied: 5, note: '很快，谢谢' })
  await call('demo-tenant', 'complaint', 'submit', { category: 'charge', content: 'The parking fee of November was charged twice', anonymous: true })
}
