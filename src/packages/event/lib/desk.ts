import type { Session } from '@domain/account/contract'

/** The posts that run events. */
export const deskPosts = ['butler', 'manager'] as const
export const runsEvents = (known: Session | undefined): boolean =>
  deskPosts.some(post => known?.roles.includes(post))
