import { createHash } from 'node:crypto'

/** A few repairs in different states, made by the functions themselves, so that no phone is empty. */
export async function fileRepairs(url: string, openEstates: () => Promise<void>): Promise<void> {
  await openEstates()
  if (process.env.EMPTY === '1') return
  const call = async (openid: string, action: string, input: object): Promise<string> => {
    const requestId = createHash('sha256').update(JSON.stringify([openid, action, input])).digest('hex').slice(0, 32)
    const response = await fetch(`${url}/call/repair`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-wx-openid': openid }, body: JSON.stringify({ action, input, requestId }),
    })
    const reply = await response.json() as { ok: boolean; data?: { id: string }; error?: object }
    if (!reply.ok || !reply.data) throw new Error(`demonstration repair: ${action}: ${JSON.stringify(reply.error)}`)
    return reply.data.id
  }
  const report = (openid: string, input: object) => call(openid, 'create', { urgency: 'normal', ...input })

  const tap = await report('demo-owner', { place: 'house', houseId: 'tianma-1', category: 'water', description: '厨房水龙头关不紧，一直滴水' })
  await call('demo-butler', 'assign', { id: tap, technician: 'demo-technician' })
  await call('demo-technician', 'start', { id: tap })
  await call('demo-technician', 'finish', { id: tap, note: '更换阀芯，已试水十分钟不滴漏', materials: '陶瓷阀芯 1 个' })

  const window = await report('demo-owner', { place: 'house', houseId: 'tianma-1', category: 'window', description: '北卧室窗户关不严，晚上漏风' })
  await call('demo-butler', 'accept', { id: window })

  await report('demo-owner-2', { place: 'public', category: 'lighting', facility: '12 号楼东侧路灯', description: '路灯不亮，晚上看不清台阶' })
  await report('demo-tenant', { place: 'house', houseId: 'tianma-35-2', category: 'electric', urgency: 'urgent', description: 'No power in the whole house' })
}
