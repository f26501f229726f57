import type { Bench, MeasureService } from '../bench'
import type { Call } from '../client'

/** As many messages as one page of an inbox holds. */
const messages = 50

/** Repair orders that are reported and accepted fill the reporter's inbox. */
async function fillInbox(prepare: Bench['prepare']): Promise<void> {
  const orders = (await prepare(
    Array.from({ length: messages }, (_, n): Call => ({
      as: 'demo-owner',
      fn: 'repair',
      action: 'create',
      input: {
        place: 'house',
        houseId: 'tianma-1',
        category: 'lighting',
        urgency: 'normal',
        description: `走廊灯不亮 ${String(n)}`,
      },
    })),
  )) as { id: string }[]
  await prepare(
    orders.map(({ id }): Call => ({ as: 'demo-butler', fn: 'repair', action: 'accept', input: { id } })),
  )
}

export const measureService: MeasureService = async ({ prepare, measure, same }) => {
  await fillInbox(prepare)
  const [first] = (await measure(same('demo-owner', 'notice', 'inbox', { limit: 50 }))) as {
    items: { id: string }[]
  }[]
  await measure(same('demo-owner', 'notice', 'unread'))
  await measure(
    (first?.items ?? []).map(({ id }): Call => ({
      as: 'demo-owner',
      fn: 'notice',
      action: 'read',
      input: { id },
    })),
  )
  await measure(same('demo-guard', 'notice', 'consent', { results: { repairProgress: 'accept' } }))
}
