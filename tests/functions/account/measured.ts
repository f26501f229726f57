import { emptyHouse, expectedOwner } from '../../../tools/demo/register'
import { sceneOf } from '../../../tools/demo/estates'
import type { Measured } from '../support/measured-calls'

export const measured: Measured = async ({ ok, again, upload }) => {
  await ok('demo-owner', 'account', 'session')
  await ok('a-new-face', 'account', 'session')
  await again('demo-owner', 'account', 'updateProfile', { largeText: true })
  await again('a-new-face', 'account', 'updateProfile', { name: '新来的' })
  await again('a-new-face', 'account', 'agreePrivacy', { version: '2026-11-01' })
  await again('demo-owner', 'account', 'switchEstate', { estateId: 'tianma' })

  await ok('a-new-face', 'account', 'lookupCode', { scene: sceneOf(emptyHouse) })
  await again('a-new-face', 'account', 'bind', {
    scene: sceneOf(emptyHouse),
    ...expectedOwner,
    relation: 'owner',
  })
  const asked = await again('a-child', 'account', 'bind', {
    scene: sceneOf(emptyHouse),
    name: '孩子',
    phone: '19900008888',
    relation: 'family',
  })
  await ok('a-child', 'account', 'session')
  for (const [who, input] of [
    ['demo-butler', {}],
    ['demo-butler', { status: 'pending' }],
    ['a-new-face', { houseId: emptyHouse }],
    ['a-new-face', { status: 'pending' }],
    ['a-new-face', { mine: true }],
    ['a-new-face', { mine: true, status: 'active' }],
  ] as const) {
    await ok(who, 'account', 'bindings', input)
  }
  await again('demo-butler', 'account', 'bindingPhone', { id: asked.id })
  await again('demo-butler', 'account', 'decideBinding', { id: asked.id, approve: true })
  await again('a-new-face', 'account', 'decideBinding', { id: asked.id, approve: true })
  await again('a-child', 'account', 'unbind', { id: asked.id })

  for (const query of [undefined, '59', '0000', '周示例'])
    await ok('demo-butler', 'account', 'houses', query ? { query } : {})
  await again('demo-manager', 'account', 'importHouses', {
    rows: [{ code: 'new-1', building: 'new', room: '1' }],
  })
  await again('demo-manager', 'account', 'importSheet', {
    fileID: await upload('房号,楼栋,房间\nnew-2,new,2\n', 'register.csv'),
  })
  await again('demo-butler', 'account', 'houseCode', { houseId: emptyHouse })
  await again('demo-butler', 'account', 'buildingCode', { building: '59' })
  await again('demo-butler', 'account', 'renewCode', { houseId: emptyHouse })
  await ok('a-new-face', 'account', 'household', { houseId: emptyHouse })
  await again('a-new-face', 'account', 'saveHousehold', {
    houseId: emptyHouse,
    pets: '一只猫',
    quiet: { from: '22:00', to: '07:00' },
  })
  await ok('demo-manager', 'account', 'staff')
  await again('demo-manager', 'account', 'grant', { openid: 'a-new-guard', role: 'guard', name: '门岗丁' })
  await again('demo-manager', 'account', 'revoke', { openid: 'a-new-guard', role: 'guard' })
  await ok('demo-manager', 'account', 'settings')
  await again('demo-manager', 'account', 'updateSettings', { repair: { finishDays: 3 } })
  await ok('a-new-face', 'account', 'exportMine')
  await again('a-new-face', 'account', 'erase', { confirm: true })
}
