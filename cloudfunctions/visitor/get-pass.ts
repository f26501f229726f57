import { forbidden } from '@domain/kernel/failure'
import { hasPost } from '@domain/kernel/people'
import { maySeePass, viewPass } from '@domain/visitor/view'
import { readEstate } from '../_kit/estate'
import { action } from '../_kit/serve'
import { passes } from '../_services/visitor/records'

/**
 * The host's pass; of somebody who came without one, the household, and the gate that waits for its answer.
 */
export const getPass = action('visitor', 'get', {
  load: ({ id }) => passes.byId(id),
  async run({ caller, loaded: pass, now }) {
    if (pass === null || pass.estateId !== caller.estateId) throw forbidden()
    const waits = pass.kind === 'walkIn' && hasPost(caller, 'guard', 'butler')
    if (!waits && !maySeePass(pass, caller)) throw forbidden()
    return viewPass(pass, caller, (await readEstate(pass.estateId)).settings.visitor.gates, now)
  },
})
