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
 * What is about oneself is not there; what is about somebody whom nobody could name is there for the
 * manager alone.
 */
export const notAbout = (caller: Caller): Where<Complaint> => ({
  aboutPerson: hasPost(caller, 'manager') ? op.neq(caller.openid) : op.nin([caller.openid, unknownStaff]),
})

/** As whom a person acts; an anonymous author leaves neither openid nor name. */
export function byOf(complaint: Complaint, reader: Reader): By {
  if (isAuthor(complaint, reader))
    return {
      openid: complaint.anonymous ? '' : reader.openid,
      role: 'resident',
      name: complaint.anonymous ? '' : reader.name,
    }
  return { openid: reader.openid, role: hasPost(reader, 'manager') ? 'manager' : 'butler', name: reader.name }
}

/** The complaint after the change, with its step, its messages and the mark of the request. */
export function changed(
  complaint: Complaint,
  change: Change,
  by: By,
  now: Date,
  mark: Mark | null,
): Complaint {
  const next = { ...complaint, ...change.set }
  const news = change.notify.map(({ kind, to }) => ({ kind: `complaint.${kind}` as const, to }))
  const values = {
    no: next.no,
    subject: categoryWords[next.category],
    state: statusWords[next.status]['zh-CN'],
  }
  const notTo =
    complaint.aboutPerson === null || complaint.aboutPerson === unknownStaff
      ? by.openid
      : complaint.aboutPerson
  const carried = withMessages(
    {
      ...next,
      ...deriveFields(next),
      changedKey: sortKey(now, complaint._id),
      timeline: [...complaint.timeline, { ...change.step, at: now.toISOString(), by }],
    },
    // Never to the person it is about, whatever their post.
    news,
    { at: now, by: notTo, values, link: `packages/complaint/complaint/index?id=${complaint._id}` },
    mark,
  )
  return {
    ...carried,
    outbox: carried.outbox.map(message =>
      'post' in message.to && message.to.post === 'committee' ? { ...message, link: figuresPage } : message,
    ),
  }
}

/** Where the owners' committee sees what became of a complaint: the complaint itself has names on it. */
const figuresPage = 'packages/desk/figures/index'
