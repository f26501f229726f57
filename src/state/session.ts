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
      // The account's choices apply on a new phone; choices made on this phone take precedence.
      if (choices.get().largeText === null && answer.person.largeText) choose({ largeText: true })
      session.set(answer)
      return answer
    })
    .finally(() => {
      asking = undefined
    })
  return asking
}

/** The session, loaded again when the page shows. */
export const useSession = (): Loaded<Session> => {
  const shared = useStore(session)
  const loaded = useLoad(askSession)
  return { ...loaded, data: shared ?? loaded.data }
}

/** The cached session; loaded only when there is none. */
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
