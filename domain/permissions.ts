import { hasPost, isResident, isStranger, type Caller, type Post } from './kernel/people'

/**
 * Who may call an action at all. Which records they reach with it is part of the query: their own, those of
 * their houses, or the estate's. `bound`: has a house or a post; `applicant`: has applied for a house at some
 * time.
 */
export type Who = 'anyone' | 'bound' | 'applicant' | 'resident' | Post | 'timer' | 'function'

/** The permissions of a service: an action of its contract without a row does not compile. */
export type Permissions<Contract> = { readonly [Action in keyof Contract]: readonly Who[] }

/** Whether a person may call the action; `timer` and `function` never are persons. */
export const mayCall = (caller: Caller, allowed: readonly Who[]): boolean =>
  allowed.some(who => {
    if (who === 'anyone') return true
    if (who === 'timer' || who === 'function') return false
    if (who === 'bound') return !isStranger(caller)
    if (who === 'applicant') return caller.hasAsked
    return who === 'resident' ? isResident(caller) : hasPost(caller, who)
  })
