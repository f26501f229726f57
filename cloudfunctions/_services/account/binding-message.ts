import type { Binding } from '@domain/account/binding'
import { bindingStatusWords, relationWords } from '@domain/account/wording'

/** The content of messages about a binding: the house and the relation. */
export const bindingMessage = (binding: Binding, at: Date, by: string) => ({
  at,
  by,
  link: 'packages/account/household/index',
  values: {
    no: binding.code,
    subject: relationWords[binding.relation],
    state: bindingStatusWords[binding.status]['zh-CN'],
  },
})
