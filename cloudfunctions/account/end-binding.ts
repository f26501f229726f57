import { endBinding as end } from '@domain/account/binding'
import { bindings } from '../_services/account/records'
import { action } from '../_kit/serve'
import { moveBinding } from './move-binding'

export const endBinding = action('account', 'unbind', {
  load: ({ id }) => bindings.byId(id),
  run: ({ caller, loaded, now, requestKey }) =>
    moveBinding(loaded, { caller, now, requestKey, action: 'unbind' }, binding => end(binding, caller)),
})
