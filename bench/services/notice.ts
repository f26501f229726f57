import type { Bench } from '../actions'
import type { Call } from '../client'

/** The inboxes are those that the repairs before have filled. */
export async function measureNotice({ measure, same }: Bench): Promise<void> {
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
