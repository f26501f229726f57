import { endBinding as end } from '@domain/account/binding'
import { action } from '../_kit/serve'
import { bindings } from '../_services/account/records'
import { moveBinding } from './move-binding'

export const endBinding = action('account', 'unbind', {
  load: ({ id }) => bindings.byId(id),
  run: ({ caller, loaded, now, request }) =>
    moveBinding(loaded, { caller, now, request, did: 'account.unbind' }, binding => end(binding, caller)),
})
