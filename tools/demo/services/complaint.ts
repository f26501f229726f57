import type { Demonstrate } from '../call'

/**
 * Complaints in every state: new, awaiting a call-back, closed, escalated to the manager after a bad rating,
 * about a staff member, and anonymous.
 */
export const demonstrate: Demonstrate = async call => {
  await call('demo-owner-2', 'complaint', 'submit', {
    category: 'noise',
    content: '隔壁装修，中午十二点半还在电钻',
    houseId: 'tianma-44-1',
    about: '44 号楼',
  })
  const { id } = await call('demo-owner', 'complaint', 'submit', {
    category: 'cleaning',
    content: '会所门口的垃圾桶两天没有清',
    houseId: 'tianma-1',
    about: '会所',
  })
  await call('demo-butler', 'complaint', 'accept', { id })
  await call('demo-butler', 'complaint', 'resolve', { id, outcome: '已清运，并改为每天两次' })
  const { id: light } = await call('demo-owner-2', 'complaint', 'submit', {
    category: 'facility',
    content: '东门路灯连续两晚不亮',
    houseId: 'tianma-44-1',
    about: '东门',
  })
  await call('demo-butler', 'complaint', 'accept', { id: light })
  await call('demo-butler', 'complaint', 'resolve', { id: light, outcome: '更换灯具，当晚已亮' })
  await call('demo-butler-2', 'complaint', 'callBack', {
    id: light,
    reached: true,
    satisfied: 5,
    note: '很快，谢谢',
  })
  const { id: parking } = await call('demo-owner-2', 'complaint', 'submit', {
    category: 'parking',
    content: '外来车连续三天停在我的车位上',
    houseId: 'tianma-44-1',
    about: '地下车库 B1-9',
  })
  await call('demo-butler', 'complaint', 'accept', { id: parking })
  await call('demo-butler', 'complaint', 'resolve', { id: parking, outcome: '已贴提示单' })
  await call('demo-butler-2', 'complaint', 'callBack', {
    id: parking,
    reached: true,
    satisfied: 2,
    note: '车还停在那里',
  })
  await call('demo-owner', 'complaint', 'submit', {
    category: 'person',
    content: '夜里打电话到南门没有人接',
    houseId: 'tianma-1',
    about: { kind: 'person', id: 'demo-guard' },
  })
  await call('demo-tenant', 'complaint', 'submit', {
    category: 'charge',
    content: 'The parking fee for November was charged twice',
    anonymous: true,
  })
}
