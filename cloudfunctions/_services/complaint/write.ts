import { deriveFields } from '@domain/complaint/clocks'
import { unknownStaff, type By, type Change, type Complaint } from '@domain/complaint/complaint'
import { type Reader, isAuthor } from '@domain/complaint/states'
import { categoryWords, statusWords } from '@domain/complaint/wording'
import { sortKey } from '@domain/kernel/paging'
import { hasPost, type Caller } from '@domain/kernel/people'
import { withMessages, type Mark } from '@domain/notice/outbox'
import { op, type Where } from '../../_kit/store'
import { authorKeys } from './author'

export const system: By = { openid: '', role: 'system', name: '' }
export const readerOf = (caller: Caller): Reader => ({ ...caller, authorKeys: authorKeys(caller.openid) })

/**
 * Leaves out complaints about the caller. Complaints about an unnamed member of the staff are visible to the
 * manager only.
 */
export const notAbout = (caller: Caller): Where<Complaint> => ({
  aboutPerson: hasPost(caller, 'manager') ? op.neq(caller.openid) : op.nin([caller.openid, unknownStaff]),
})

/** The identity that a step of the timeline keeps; for an anonymous author neither openid nor name. */
export function byOf(complaint: Complaint, reader: Reader): By {
  if (isAuthor(complaint, reader))
    return {
      openid: complaint.anonymous ? '' : reader.openid,
      role: 'resident',
      name: complaint.anonymous ? '' : reader.name,
    }
  return { openid: reader.openid, role: hasPost(reader, 'manager') ? 'manager' : 'butler', name: reader.name }
}

interface Writing {
  by: By
  now: Date
  mark: Mark | null
}

/** The next version of a complaint after a change, with its step, its messages and the request's mark. */
export function nextComplaint(complaint: Complaint, change: Change, { by, now, mark }: Writing): Complaint {
  const next = { ...complaint, ...change.set }
  const messages = change.notify.map(({ kind, to }) => ({ kind: `complaint.${kind}` as const, to }))
  const values = {
    no: next.no,
    subject: categoryWords[next.category],
    state: statusWords[next.status]['zh-CN'],
  }
  const notTo =
    complaint.aboutPerson === null || complaint.aboutPerson === unknownStaff
      ? by.openid
      : complaint.aboutPerson
  const written = withMessages(
    {
      ...next,
      ...deriveFields(next),
      changedKey: sortKey(now, complaint._id),
      hands: [...new Set([...(complaint.hands ?? []), by.openid])].filter(Boolean),
      timeline: [...complaint.timeline, { ...change.step, at: now.toISOString(), by }],
    },
    messages,
    // Never to the person it is about, whatever their post: `by` gets no message.
    { at: now, by: notTo, values, link: `packages/complaint/complaint/index?id=${complaint._id}` },
    mark,
  )
  return {
    ...written,
    outbox: written.outbox.map(message =>
      'post' in message.to && message.to.post === 'committee' ? { ...message, link: figuresPage } : message,
    ),
  }
}

/** The page that the owners' committee opens: it shows figures, while the complaint itself has names. */
const figuresPage = 'packages/desk/figures/index'
