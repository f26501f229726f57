import type { Demonstrate } from '../call'

/** Repairs in different states, so that no phone is empty. */
export const demonstrate: Demonstrate = async call => {
  const report = async (openid: string, input: object) =>
    (await call(openid, 'repair', 'create', { urgency: 'normal', ...input })).id

  const tap = await report('demo-owner', {
    place: 'house',
    houseId: 'tianma-1',
    category: 'water',
    description: '厨房水龙头关不紧，一直滴水',
  })
  await call('demo-butler', 'repair', 'assign', { id: tap, technician: 'demo-technician' })
  await call('demo-technician', 'repair', 'start', { id: tap })
  await call('demo-technician', 'repair', 'finish', {
    id: tap,
    note: '更换阀芯，已试水十分钟不滴漏',
    materials: '陶瓷阀芯 1 个',
  })

  const window = await report('demo-owner', {
    place: 'house',
    houseId: 'tianma-1',
    category: 'window',
    description: '北卧室窗户关不严，晚上漏风',
  })
  await call('demo-butler', 'repair', 'accept', { id: window })

  await report('demo-owner-2', {
    place: 'public',
    category: 'lighting',
    facility: '12 号楼东侧路灯',
    description: '路灯不亮，晚上看不清台阶',
  })
  await report('demo-tenant', {
    place: 'house',
    houseId: 'tianma-35-2',
    category: 'electric',
    urgency: 'urgent',
    description: 'No power in the whole house',
  })
}
