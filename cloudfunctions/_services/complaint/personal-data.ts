import type { Complaint } from '@domain/complaint/complaint'
import { sortKey } from '@domain/kernel/paging'
import { anonymiseSteps, mostCopied, newAlias, withoutTransport, type PersonalData } from '../../_kit/personal-data'
import { op } from '../../_kit/store'
import { authorKeys } from './author'
import { complaints } from './records'

/**
 * A complaint stays, because the estate has to show that it was answered; its author is erased, and so is the
 * sealed envelope.
 */
export const personalData: readonly PersonalData[] = [
  {
    name: 'complaints',
    copy: async openid =>
      (await complaints.find({ authorKey: op.in(authorKeys(openid)) }, { limit: mostCopied })).map(
        withoutTransport,
      ),
    async forget(openid, alias) {
      for (const found of await complaints.find(
        { authorKey: op.in(authorKeys(openid)) },
        { limit: mostCopied },
      ))
        await complaints.change({ _id: found._id, rev: found.rev }, withoutAuthor(found, openid, alias))
      for (
        let handled = await complaints.find({ handlers: openid });
        handled.length > 0;
        handled = await complaints.find({ handlers: openid })
      ) {
        for (const found of handled)
          await complaints.change(
            { _id: found._id, rev: found.rev },
            {
              ...recounted(found),
              handlers: found.handlers.map(each => (each === openid ? alias : each)),
              timeline: anonymiseSteps(found.timeline, openid, alias),
            },
          )
      }
      await complaints.change(
        { aboutPerson: openid },
        { aboutPerson: alias, about: { kind: 'person', id: alias, text: '' }, rev: op.inc(1) },
      )
    },
  },
]

/** Marks the record as changed, so that the figures, which name houses and staff, are counted again. */
const recounted = ({ _id, rev }: Complaint): Pick<Complaint, 'rev' | 'changedKey'> => ({
  rev: rev + 1,
  changedKey: sortKey(new Date(), _id),
})

/**
 * An anonymous complaint gets an alias of its own: the common alias is on the person's other records, which
 * name the house.
 */
const withoutAuthor = (complaint: Complaint, openid: string, alias: string): Partial<Complaint> => ({
  ...recounted(complaint),
  authorKey: complaint.anonymous ? newAlias() : alias,
  sealed: null,
  contact: complaint.anonymous ? null : { name: '', phone: '' },
  houseId: null,
  house: null,
  timeline: anonymiseSteps(complaint.timeline, openid, alias),
})
