import { sceneOf } from '../../tools/demo/estates'
import type { MeasureService } from '../bench'

export const measureService: MeasureService = async ({ measure, same }) => {
  await measure(same('demo-owner', 'account', 'session'))
  await measure(same('demo-guard', 'account', 'updateProfile', { largeText: true }))
  await measure(same('a-stranger', 'account', 'lookupCode', { scene: sceneOf('tianma-1') }))
  await measure(same('demo-butler', 'account', 'houses', { query: '44' }))
  await measure(same('demo-butler', 'account', 'bindings', { houseId: 'tianma-1' }))
  await measure(same('demo-owner', 'account', 'household', { houseId: 'tianma-1' }))
  await measure(same('demo-owner', 'account', 'saveHousehold', { houseId: 'tianma-1', pets: '一只猫' }))
}
