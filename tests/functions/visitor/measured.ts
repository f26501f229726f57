import type { Measured } from '../support/measured-calls'
import { aPass, openOn } from './support'

const gate = '南门'
const soon = () => ({
  from: new Date(Date.now() - 86_400_000).toISOString(),
  to: new Date(Date.now() + 60_000).toISOString(),
})

/** Every action of visitors. Calls that may cost more when repeated are made twice. */
export const measured: Measured = async ({ ok, again }) => {
  const pass = await aPass(again, {
    phone: '13800000001',
    plate: '苏E12345',
    kind: 'multi',
    uses: 5,
    note: '送家具',
  })
  for (const scope of ['mine', 'starred', 'asked']) await ok('demo-owner', 'visitor', 'list', { scope })
  for (const who of ['demo-owner', 'demo-butler'])
    await ok(who, 'visitor', 'list', { scope: 'house', houseId: 'tianma-1' })
  await ok('demo-owner', 'visitor', 'get', { id: pass.id })
  await again('demo-owner', 'visitor', 'star', { id: pass.id, starred: true })
  const phone = await openOn(again, pass)
  await ok('demo-guard', 'visitor', 'gateKit')
  const { entryId } = await again('demo-guard', 'visitor', 'scan', { payload: phone.show(), gate })
  await ok('demo-guard', 'visitor', 'inside')
  await again('demo-guard', 'visitor', 'leave', { entryId, gate })
  await again('demo-guard', 'visitor', 'scan', { plate: '苏E12345', gate })
  const { shortCode } = await ok('demo-owner', 'visitor', 'get', { id: (await aPass(ok)).id })
  await again('demo-guard', 'visitor', 'scan', { shortCode, gate })
  await again('demo-guard', 'visitor', 'scan', { shortCode: '000000', gate })
  await again('demo-guard', 'visitor', 'scan', { plate: '苏E99999', gate })
  await again('demo-guard', 'visitor', 'scan', { payload: 'NONSENSE', gate })
  await again('demo-guard', 'visitor', 'scan', { payload: phone.show(Date.now() - 600_000), gate })
  const { shareToken, ...blocked } = await aPass(ok, { phone: '13800000002', plate: '苏E12346' })
  const shown = await openOn(ok, { ...blocked, shareToken })
  await again('demo-guard', 'visitor', 'scan', { payload: shown.show(), gate })
  await again('demo-guard', 'visitor', 'scan', { plate: '苏E12346', gate })
  await ok('demo-guard', 'visitor', 'log', soon())
  await ok('demo-butler', 'visitor', 'log', { ...soon(), gate })
  await again('demo-butler', 'visitor', 'exportLog', soon())
  await ok('demo-butler', 'visitor', 'conflicts')
  await again('demo-guard', 'visitor', 'sync', {
    records: [{ id: 'record-one', at: new Date().toISOString(), gate, plate: '苏E12345' }],
  })
  const walkIn = await again('demo-guard', 'visitor', 'walkIn', {
    houseId: 'tianma-1',
    name: '李四',
    party: 1,
    gate,
  })
  await again('demo-owner', 'visitor', 'decideWalkIn', { id: walkIn.id, allow: true })
  const { items } = await again('demo-butler', 'visitor', 'block', { plate: '苏E12345', reason: '多次闯岗' })
  await ok('demo-butler', 'visitor', 'blocked')
  await again('demo-butler', 'visitor', 'unblock', { id: items[0]?.id ?? '' })
  await again('demo-owner', 'visitor', 'revoke', { id: pass.id })
}
