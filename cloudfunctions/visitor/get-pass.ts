import { forbidden } from '@domain/kernel/failure'
import { hasPost } from '@domain/kernel/people'
import { maySeePass, viewPass } from '@domain/visitor/view'
import { readEstate } from '../_kit/estate'
import { action } from '../_kit/serve'
import { passes } from '../_services/visitor/records'

/** A pass for its host; a walk-in also for the household, and for the gate that waits for the answer. */
export const getPass = action('visitor', 'get', {
  load: ({ id }) => passes.byId(id),
  async run({ caller, loaded: pass, now }) {
    if (pass === null || pass.estateId !== caller.estateId) throw forbidden()
    const waits = pass.kind === 'walkIn' && hasPost(caller, 'guard', 'butler')
    if (!waits && !maySeePass(pass, caller)) throw forbidden()
    return viewPass(pass, caller, (await readEstate(pass.estateId)).settings.visitor.gates, now)
  },
})
