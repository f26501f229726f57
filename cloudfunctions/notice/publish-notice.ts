import { invalid } from '@domain/kernel/failure'
import { bilingual } from '@domain/notice/notice'
import { viewNotice } from '@domain/notice/view'
import { readEstate } from '../_kit/estate'
import { addOnce } from '../_kit/outbox'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { resolveAudience } from '../_messages/audience'
import { newNotice } from '../_messages/new-notice'
import { notices } from '../_messages/records'

/**
 * Publishes a notice: one record, however many readers it has. Idempotent: the id comes from caller and
 * requestId, so a repeated request finds the notice it created.
 */
export const publishNotice = action('notice', 'publish', {
  async run({ input, caller, now, request }) {
    if (input.until !== undefined && input.until <= now.toISOString())
      throw invalid('until', '要晚于现在', 'Must be in the future')
    const estate = await readEstate(caller.estateId ?? '')
    const groups = await resolveAudience(estate._id, input.audience)
    await refuseUnsafe(caller.openid, input.title, input.body, input.titleEn, input.bodyEn)
    const notice = newNotice(
      {
        kind: 'notice.published',
        title: bilingual(input.title, input.titleEn),
        body: bilingual(input.body, input.bodyEn),
        audience: { kind: input.audience.kind, ids: input.audience.ids ?? [] },
        groups,
        about: null,
        photos: input.photos ?? [],
        pinned: input.pin ?? false,
        until: input.until ?? null,
      },
      { estate, by: caller.openid, now, request, push: input.push ?? false },
    )
    const made = await addOnce(notices, notice, request)
    return { ...viewNotice(made, caller, now), pushId: made.pushes[made.pushes.length - 1] ?? null }
  },
})
