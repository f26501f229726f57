import type { Demonstrate } from '../call'

/** An answered question, and an open one with a note for the next shift. */
export const demonstrate: Demonstrate = async call => {
  await call('demo-owner', 'consult', 'say', { houseId: 'tianma-1', text: '游泳池周末几点开？' })
  await call('demo-butler', 'consult', 'say', {
    houseId: 'tianma-1',
    text: '周末早上七点到晚上九点，请带泳帽。',
  })
  await call('demo-owner-2', 'consult', 'say', {
    houseId: 'tianma-44-1',
    text: '快递柜满了，包裹放前台可以吗？',
  })
  await call('demo-butler', 'consult', 'handOver', {
    houseId: 'tianma-44-1',
    note: '已问前台，等回话；可以的话请告诉住户取件时间',
  })
}
