import { utcOffset } from '@domain/kernel/estate-time'
import { readEstate, type SetEstate } from '../_kit/estate'
import { newPerson } from '../_kit/new-person'
import type { Person } from '../_kit/records'
import { action } from '../_kit/serve'
import { readUnreadNotices } from '../_messages/read-unread'
import { templateIds } from '../_messages/templates'
import { bindings } from '../_services/account/records'
import { viewPerson } from './view-person'

const estatesOf = (person: Person | null): string[] => [
  ...new Set([...(person?.houses ?? []), ...(person?.posts ?? [])].map(({ estateId }) => estateId)),
]

/** Who the caller is, and what waits for them: read when the app opens. */
export const readSession = action('account', 'session', {
  async run({ caller, person, now }) {
    const ids = estatesOf(person)
    // Only a person who has asked for a house can have a pending request.
    const [estate, others, waiting, notices] = await Promise.all([
      caller.estateId === null ? null : readEstate(caller.estateId),
      ids.length > 1 ? Promise.all(ids.map(readEstate)) : [],
      person?.waits ? bindings.find({ openid: caller.openid, status: 'pending' }, { limit: 20 }) : [],
      readUnreadNotices(caller, person, now),
    ])
    return {
      person: viewPerson(person ?? { ...newPerson(caller.openid), lang: caller.lang }),
      estate: estate && viewEstate(estate, now),
      estates: listChoices(others, estate, ids).map(({ _id, name }) => ({ id: _id, name })),
      roles: [...caller.posts],
      houses: caller.houses.map(({ houseId, code, relation, until }) => ({
        id: houseId,
        code,
        relation,
        until,
      })),
      pending: waiting.map(({ houseId, code, relation, needs }) => ({ id: houseId, code, relation, needs })),
      unread: (person?.unread ?? 0) + notices.length,
      accepts: person?.quota ?? {},
      templates: templateIds(),
      privacy: person?.privacy?.version ?? null,
    }
  },
})

const viewEstate = ({ _id, name, zone, phone }: SetEstate, now: Date) => ({
  id: _id,
  name,
  zone,
  utcOffset: utcOffset(now, zone),
  phone,
})

/** The estates that the caller can choose from; with a single one it is the estate they are looking at. */
function listChoices(
  others: readonly SetEstate[],
  estate: SetEstate | null,
  ids: readonly string[],
): readonly SetEstate[] {
  if (others.length > 0) return others
  return estate !== null && ids.includes(estate._id) ? [estate] : []
}
