import { forbidden } from '@domain/kernel/failure'
import { hasPost } from '@domain/kernel/people'
import { isBlockedBy, subjectsOf } from '@domain/visitor/block'
import { maySeePass, viewPass } from '@domain/visitor/view'
import { readEstate } from '../_kit/estate'
import { action } from '../_kit/serve'
import { blocksOf } from '../_services/visitor/blocks'
import { passes } from '../_services/visitor/records'

/**
 * A pass for its host, an owner of the house and the butler; a walk-in also for the household, and for the
 * gate that waits for the answer.
 */
export const getPass = action('visitor', 'get', {
  load: ({ id }) => passes.byId(id),
  async run({ caller, loaded: pass, now }) {
    if (pass === null || pass.estateId !== caller.estateId) throw forbidden()
    const waits = pass.kind === 'walkIn' && hasPost(caller, 'guard')
    if (!waits && !maySeePass(pass, caller)) throw forbidden()
    const [estate, blocked] = await Promise.all([
      readEstate(pass.estateId),
      blocksOf(pass.estateId, subjectsOf([pass]), now),
    ])
    const { gates } = estate.settings.visitor
    return viewPass(pass, { caller, gates, now, isBlocked: isBlockedBy(pass, blocked, now.toISOString()) })
  },
})
