import { ofPerson, withAlias } from '@domain/event/compact'
import type { EstateEvent } from '@domain/event/event'
import { mostCopied, type PersonalData } from '../../_kit/personal-data'
import { events } from './records'

export const personalData: readonly PersonalData[] = [
  {
    name: 'events',
    of: [events],
    erased:
      'Sign-ups, check-ins and ratings stay under the alias, so that the counts hold; comments are erased.',
    copy: async ({ openid }) =>
      (await events.find({ people: openid }, { limit: mostCopied })).map(({ _id, no, title, log }) => ({
        _id,
        no,
        title,
        log: ofPerson(log, openid),
      })),
    async forget({ openid, alias }) {
      for (
        let found = await events.find({ people: openid });
        found.length > 0;
        found = await events.find({ people: openid })
      ) {
        for (const event of found)
          await events.change(
            { _id: event._id, size: event.size, rev: event.rev },
            withoutParticipant(event, openid, alias),
          )
      }
      await events.change({ by: openid }, { by: alias })
    },
  },
]

const withoutParticipant = (
  { people, log, rev }: EstateEvent,
  openid: string,
  alias: string,
): Partial<EstateEvent> => ({
  people: people.map(each => (each === openid ? alias : each)),
  log: withAlias(log, openid, alias),
  // A log that is being compacted was read before this.
  rev: rev + 1,
})
