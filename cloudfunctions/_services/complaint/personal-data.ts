import type { Complaint } from '@domain/complaint/complaint'
import { viewComplaint } from '@domain/complaint/view'
import { sortKey } from '@domain/kernel/paging'
import { readEstate } from '../../_kit/estate'
import {
  anonymiseIds,
  anonymiseSteps,
  eachPortion,
  erasedAtOnce,
  mostCopied,
  newAlias,
  type Erasure,
  type PersonalData,
  type Subject,
} from '../../_kit/personal-data'
import { requests } from '../../_kit/records'
import { op, type Where } from '../../_kit/store'
import { authorKeys } from './author'
import { complaints } from './records'
import { readerOf } from './write'

export const personalData: readonly PersonalData[] = [
  {
    name: 'complaints',
    of: [complaints],
    erased:
      'The complaint stays, because the estate has to show that it was answered; its author, their contact and house, the sealed envelope, their photos and their voice message are erased. Staff stay in it under an alias.',
    copy: async subject => {
      const mine = { authorKey: op.in(authorKeys(subject.openid)) }
      const found = await complaints.find(mine, { limit: mostCopied, leaveOut: ['outbox', 'marks'] })
      return Promise.all(found.map(complaint => copyOf(complaint, subject)))
    },
    async forget(erasure) {
      const { openid, alias } = erasure
      await erase({ authorKey: op.in(authorKeys(openid)) }, erasure, withoutAuthor)
      await erase({ hands: openid }, erasure, withoutHandler)
      await erase({ handlers: openid }, erasure, withoutHandler)
      await complaints.change(
        { aboutPerson: openid },
        { aboutPerson: alias, about: { kind: 'person', id: alias, text: '' }, rev: op.inc(1) },
      )
    },
  },
]

/** The complaint as its author sees it, with the contact that they left. */
async function copyOf(complaint: Complaint, { now, callerIn }: Subject): Promise<object> {
  const { complaint: promises } = (await readEstate(complaint.estateId)).settings
  const reader = readerOf(callerIn(complaint.estateId))
  return { ...viewComplaint(complaint, reader, now, promises.reopenDays), contact: complaint.contact }
}

const erase = (
  where: Where<Complaint>,
  erasure: Erasure,
  without: (complaint: Complaint, erasure: Erasure) => Partial<Complaint>,
): Promise<void> =>
  eachPortion(
    () => complaints.find(where, { limit: erasedAtOnce }),
    async found => {
      if (without === withoutAuthor)
        await erasure.dropFiles(found.flatMap(filesOf), { in: complaints, by: found })
      // Before the complaints: where this is interrupted, the query still finds them.
      await requests.remove({ record: op.in(found.map(({ _id }) => _id)) })
      for (const complaint of found)
        await complaints.change({ _id: complaint._id, rev: complaint.rev }, without(complaint, erasure))
    },
  )

/** What its author sent with it. */
const filesOf = ({ photos, voice }: Complaint): string[] => [...photos, ...(voice ? [voice.fileID] : [])]

/** Marks the record as changed, so that the figures, which name houses and staff, are counted again. */
const recounted = ({ _id, rev }: Complaint): Pick<Complaint, 'rev' | 'changedKey'> => ({
  rev: rev + 1,
  changedKey: sortKey(new Date(), _id),
})

const withoutHandler = (complaint: Complaint, { openid, alias }: Erasure): Partial<Complaint> => ({
  ...recounted(complaint),
  handlers: anonymiseIds(complaint.handlers, openid, alias),
  hands: anonymiseIds(complaint.hands ?? [], openid, alias),
  timeline: anonymiseSteps(complaint.timeline, openid, alias),
})

/**
 * An anonymous complaint gets an alias of its own: the common alias is on the person's other records, which
 * name the house.
 */
const withoutAuthor = (complaint: Complaint, { openid, alias }: Erasure): Partial<Complaint> => ({
  ...recounted(complaint),
  authorKey: complaint.anonymous ? newAlias() : alias,
  sealed: null,
  contact: complaint.anonymous ? null : { name: '', phone: '' },
  houseId: null,
  house: null,
  photos: [],
  voice: null,
  unchecked: complaint.unchecked.filter(photo => !complaint.photos.includes(photo)),
  hands: anonymiseIds(complaint.hands ?? [], openid, alias),
  timeline: anonymiseSteps(complaint.timeline, openid, alias),
})
