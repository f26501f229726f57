import { maskPhone } from '../kernel/phone'
import { viewClock } from './clocks'
import type { Complaint, Step } from './complaint'
import type { ComplaintCard, ComplaintStep, ComplaintView } from './contract'
import { postOf } from './who'
import { isAuthor, movesFor, reopenUntil, type Reader } from './states'

const visible = (photos: readonly string[], complaint: Complaint, reader: Reader): string[] =>
  photos.filter(
    photo => !complaint.unchecked.includes(photo) || isAuthor(complaint, reader) || reader.posts.length > 0,
  )

export const viewCard = (
  complaint: Complaint,
  reader: Reader,
  now: Date,
  reopenDays: number,
): ComplaintCard => ({
  id: complaint._id,
  no: complaint.no,
  status: complaint.status,
  category: complaint.category,
  content: complaint.content,
  photos: visible(complaint.photos, complaint, reader),
  about: complaint.about,
  voice: complaint.voice ?? null,
  anonymous: complaint.anonymous,
  house: complaint.house,
  author: complaint.contact && { name: complaint.contact.name, phone: maskPhone(complaint.contact.phone) },
  clocks: complaint.clocks.map(clock => viewClock(clock, complaint, now)),
  satisfied: complaint.satisfied,
  reopened: complaint.reopened,
  tries: complaint.calls.length,
  asked: complaint.asked,
  callAfter: complaint.waitsFor === 'call' && complaint.calls.length > 0 ? complaint.callFrom : null,
  handledBy: postOf(complaint),
  reopenUntil: reopenUntil(complaint, reopenDays)?.toISOString() ?? null,
  outcome: complaint.outcome,
  createdAt: complaint.createdAt,
  actions: movesFor(complaint, reader, now, reopenDays),
})

const viewStep = (step: Step, complaint: Complaint, reader: Reader): ComplaintStep => ({
  at: step.at,
  what: step.what,
  by: { role: step.by.role, name: step.by.name || null },
  ...(step.note === undefined ? {} : { note: step.note }),
  ...(step.satisfied === undefined ? {} : { satisfied: step.satisfied }),
  ...(step.late ? { late: step.late } : {}),
  ...(step.told ? { told: step.told } : {}),
  ...(step.photos ? { photos: visible(step.photos, complaint, reader) } : {}),
})

export const viewComplaint = (
  complaint: Complaint,
  reader: Reader,
  now: Date,
  reopenDays: number,
): ComplaintView => ({
  ...viewCard(complaint, reader, now, reopenDays),
  timeline: complaint.timeline.map(step => viewStep(step, complaint, reader)),
  pictures: {},
})

export const photosIn = (view: ComplaintView): string[] => [
  ...new Set([
    ...view.photos,
    ...(view.voice ? [view.voice.fileID] : []),
    ...view.timeline.flatMap(step => step.photos ?? []),
  ]),
]
