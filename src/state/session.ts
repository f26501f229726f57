import type { Session } from '@domain/account/contract'
import type { Post } from '@domain/kernel/people'
import { setUtcOffset } from '@/i18n/when'
import { choices, choose, currentLang } from '@/i18n/lang'
import { cloud } from '@/cloud/client'
import { type Loaded, useLoad } from '@/cloud/hooks'
import { createStore, useStore } from './store'

/** The signed-in person: loaded once per page that needs it fresh, shared by the others. */
export const session = createStore<Session | undefined>(undefined)
session.watch(() => setUtcOffset(session.get()?.estate?.utcOffset))

let asking: Promise<Session> | undefined
export function askSession(): Promise<Session> {
  asking ??= cloud.account
    .session({})
    .then(answer => {
      // The account's choice also holds on a new phone; a choice made on this phone goes before it.
      if (choices.get().largeText === null && answer.person.largeText) choose({ largeText: true })
      session.set(answer)
      return answer
    })
    .finally(() => {
      asking = undefined
    })
  return asking
}

/** The session, asked anew when the page shows. */
export const useSession = (): Loaded<Session> => {
  const shared = useStore(session)
  const loaded = useLoad(askSession)
  return { ...loaded, data: shared ?? loaded.data }
}

/** The session as it is known; loaded only when it is not. */
export const useKnownSession = (): Loaded<Session> => {
  const shared = useStore(session)
  const loaded = useLoad(() => {
    const known = session.get()
    return known ? Promise.resolve(known) : askSession()
  })
  return { ...loaded, data: shared ?? loaded.data }
}

const staffPosts: readonly Post[] = ['butler', 'technician', 'manager']
export const isStaff = (known: Session | undefined): boolean =>
  known?.roles.some(role => staffPosts.includes(role)) ?? false

export const estateName = (known: Session | undefined): string => known?.estate?.name[currentLang()] ?? ''
