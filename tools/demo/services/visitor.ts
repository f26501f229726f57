import type { Demonstrate } from '../call'

const HOUR = 3_600_000
interface Made {
  id: string
  shortCode: string
}

/** A cleaner with a recurring pass, a guest who is inside, and one who is expected. */
export const demonstrate: Demonstrate = async call => {
  const now = Date.now()
  const at = (ms: number): string => new Date(now + ms).toISOString()
  // Midnight in Shanghai.
  const today = Math.floor((now + 8 * HOUR) / (24 * HOUR)) * 24 * HOUR - 8 * HOUR
  const invite = (openid: string, input: object) =>
    call<Made>(openid, 'visitor', 'create', { party: 1, ...input })
  await invite('demo-owner', {
    houseId: 'tianma-1',
    name: '刘阿姨（保洁）',
    kind: 'recurring',
    from: new Date(today + 8 * HOUR).toISOString(),
    to: new Date(today + 90 * 24 * HOUR + 18 * HOUR).toISOString(),
    weekdays: [1, 3, 5],
  })
  const inside = await invite('demo-owner', {
    houseId: 'tianma-1',
    name: '张师傅',
    kind: 'once',
    from: at(-HOUR),
    to: at(4 * HOUR),
    plate: '苏E12345',
    note: '送家具',
  })
  await call('demo-guard', 'visitor', 'scan', { shortCode: inside.shortCode, gate: '南门' })
  await invite('demo-owner-2', {
    houseId: 'tianma-44-1',
    name: '李叔叔一家',
    kind: 'once',
    party: 4,
    from: at(-HOUR),
    to: at(8 * HOUR),
  })
}
