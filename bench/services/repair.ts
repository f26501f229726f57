import type { MeasureService } from '../bench'
import type { Call } from '../client'

/** Takes orders through their whole life, all of them one step at a time. */
export const measureService: MeasureService = async ({ all, measure, same }) => {
  const calls = (as: string, action: string, inputs: readonly object[]): Call[] =>
    inputs.map(input => ({ as, fn: 'repair', action, input }))
  const step = (as: string, action: string, ids: readonly string[], more: object = {}) =>
    measure(
      calls(
        as,
        action,
        ids.map(id => ({ id, ...more })),
      ),
    )
  const reports = Array.from({ length: all }, (_, n) => ({
    place: 'house',
    houseId: 'tianma-1',
    category: 'water',
    urgency: 'normal',
    description: `水龙头漏水 ${String(n)}`,
  }))
  const file = async (what?: string): Promise<string[]> =>
    (await measure(calls('demo-owner', 'create', reports), what)).map(data => (data as { id: string }).id)

  const ids = await file()
  await measure(same('demo-owner', 'repair', 'list', { scope: 'mine' }), 'mine')
  await measure(same('demo-owner', 'repair', 'list', { scope: 'house' }), 'house')
  await measure(same('demo-butler', 'repair', 'list', { scope: 'queue' }), 'queue (butler)')
  await measure(same('demo-technician', 'repair', 'list', { scope: 'queue' }), 'queue (technician)')
  await measure(same('demo-technician', 'repair', 'list', { scope: 'assigned' }), 'assigned')
  await step('demo-owner', 'get', ids)
  await measure(same('demo-owner', 'repair', 'similar', { place: 'house', category: 'water' }))
  await measure(same('demo-butler', 'repair', 'house', { houseId: 'tianma-1' }))
  await measure(same('demo-butler', 'repair', 'technicians'))
  await step('demo-owner', 'urge', ids)
  await step('demo-butler', 'accept', ids)
  await step('demo-butler', 'assign', ids, { technician: 'demo-technician' })
  await step('demo-technician', 'contact', ids)
  await step('demo-technician', 'start', ids)
  await step('demo-technician', 'quote', ids, { items: [{ name: '陶瓷阀芯', price: 3500, count: 1 }] })
  await step('demo-owner', 'decideQuote', ids, { agree: true })
  await step('demo-technician', 'finish', ids, { note: '更换阀芯，已试水' })
  await step('demo-owner', 'verify', ids, { accepted: true })
  await step('demo-owner', 'rate', ids, { speed: 5, quality: 5, attitude: 5 })

  const others = await file('beside 300 orders of the same person')
  await step('demo-technician', 'grab', others)
  const [into = '', ...rest] = others
  const half = Math.floor(rest.length / 2)
  await measure(
    calls(
      'demo-butler',
      'merge',
      rest.slice(0, half).map(id => ({ id, into })),
    ),
  )
  await step('demo-owner', 'cancel', rest.slice(half))
}
