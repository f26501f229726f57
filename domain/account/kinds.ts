/** The names of a binding's world; without schemas, so that a page can use them. */
export const bindingStatuses = ['pending', 'active', 'refused', 'ended'] as const
export const approvers = ['owner', 'butler'] as const
export type BindingStatus = (typeof bindingStatuses)[number]
export type Approver = (typeof approvers)[number]
