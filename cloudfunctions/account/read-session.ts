import { utcOffset } from '@domain/kernel/estate-time'
import { readEstate } from '../_kit/estate'
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

/** Who I am, and what waits: read when the app opens. */
export const readSession = action('account', 'session', {
  async run({ caller, person, now }) {
    const ids = estatesOf(person)
    // Only somebody who has asked and is not in yet has a request to look for.
    const [estate, others, waiting, notices] = await Promise.all([
      caller.estateId === null ? null : readEstate(caller.estateId),
      ids.length > 1 ? Promise.all(ids.map(readEstate)) : [],
      person?.waits ? bindings.find({ openid: caller.openid, status: 'pending' }, { limit: 20 }) : [],
      readUnreadNotices(caller, person, now),
    ])
    const estates = others.length > 0 ? others : estate && ids.includes(estate._id) ? [estate] : []
    return {
      person: viewPerson(person ?? { ...newPerson(caller.openid), lang: caller.lang }),
      estate: estate && {
        id: estate._id,
        name: estate.name,
        zone: estate.zone,
        utcOffset: utcOffset(now, estate.zone),
        phone: estate.phone,
      },
      estates: estates.map(({ _id, name }) => ({ id: _id, name })),
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
