import { invalid } from '@domain/kernel/failure'
import { persons } from '../_kit/records'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { templateIds } from '../_messages/templates'

/**
 * Counts accepted subscriptions: each allows one message of its template. Idempotent for the same request.
 */
export const consent = action('notice', 'consent', {
  async run({ input: { results }, person, requestKey, caller }) {
    const ours = new Set(Object.values(templateIds()))
    for (const template of Object.keys(results))
      if (!ours.has(template)) throw invalid(`results.${template}`, '没有这个消息模板', 'No such template')
    const accepted = Object.entries(results)
      .filter(([, answer]) => answer === 'accept')
      .map(([template]) => template)
    const gains = Object.fromEntries(accepted.map(template => [`quota.${template}`, op.inc(1)]))
    const counted = await persons.change(
      { _id: caller.openid, marks: op.neq(requestKey) },
      { ...gains, marks: op.push({ each: [requestKey], slice: -20 }) },
    )
    const left = { ...person?.quota }
    if (counted) for (const template of accepted) left[template] = (left[template] ?? 0) + 1
    return { left }
  },
})
