import type { Complaint } from '@domain/complaint/complaint'
import { maySee, type Reader } from '@domain/complaint/states'
import { photosIn, viewCard, viewComplaint } from '@domain/complaint/view'
import type { Input } from '@domain/contract'
import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { hasPost } from '@domain/kernel/people'
import { readEstate } from '../_kit/estate'
import { persons, postKey } from '../_kit/records'
import { action } from '../_kit/serve'
import { readFileUrls, op, type Where } from '../_kit/store'
import { complaints } from '../_services/complaint/records'
import { notAbout, readerOf } from '../_services/complaint/write'

export const getComplaint = action('complaint', 'get', {
  load: ({ id }) => complaints.byId(id),
  async run({ caller, loaded: complaint, now }) {
    const reader = readerOf(caller)
    if (complaint === null || !maySee(complaint, reader)) throw forbidden()
    const view = viewComplaint(
      complaint,
      reader,
      now,
      (await readEstate(complaint.estateId)).settings.complaint.reopenDays,
    )
    return { ...view, pictures: await readFileUrls(photosIn(view)) }
  },
})

/** One indexed query: the caller's own complaints newest first, the desk's queues soonest due first. */
export const listComplaints = action('complaint', 'list', {
  async run({ input, caller, now }) {
    const limit = input.limit ?? 20
    const reader = readerOf(caller)
    const { reopenDays } = (await readEstate(caller.estateId ?? '')).settings.complaint
    const by = input.scope === 'mine' ? ('key' as const) : ('dueKey' as const)
    const after = input.cursor ? { [by]: by === 'key' ? op.lt(input.cursor) : op.gt(input.cursor) } : {}
    const found = await complaints.find(
      { ...whereOf(input, reader), ...after },
      {
        orderBy: [by, by === 'key' ? 'desc' : 'asc'],
        limit: limit + 1,
        leaveOut: ['timeline', 'outbox', 'marks'],
      },
    )
    return toPage(
      found,
      limit,
      each => each[by],
      each => viewCard(each, reader, now, reopenDays),
    )
  },
})

function whereOf({ scope, status }: Input<'complaint', 'list'>, reader: Reader): Where<Complaint> {
  const estateId = reader.estateId ?? ''
  if (scope === 'mine')
    return { estateId, authorKey: op.in(reader.authorKeys), ...(status ? { status } : {}) }
  if (!hasPost(reader, 'butler', 'manager')) throw forbidden()
  if (scope === 'queue')
    return {
      estateId,
      ...(status ? { status } : { waitsFor: op.in(['butler', 'manager']) }),
      ...notAbout(reader),
    }
  return {
    estateId,
    waitsFor: op.in(['call', 'answer']),
    ...(status ? { status } : {}),
    ...notAbout(reader),
    handlers: op.neq(reader.openid),
    ...(hasPost(reader, 'manager') ? {} : { anonymous: false }),
  }
}

export const readPromises = action('complaint', 'promises', {
  run: async ({ caller }) => (await readEstate(caller.estateId ?? '')).settings.complaint,
})

const staffPosts = ['butler', 'guard', 'technician', 'manager'] as const

/** The people whom a complaint can be about: the staff who deal with residents. */
export const listPeople = action('complaint', 'people', {
  async run({ caller }) {
    const estateId = caller.estateId ?? ''
    const found = await persons.find({ postKeys: op.in(staffPosts.map(post => postKey(estateId, post))) })
    return {
      items: found.flatMap(({ _id, name, posts }) => {
        const role = staffPosts.find(post =>
          posts.some(held => held.estateId === estateId && held.post === post),
        )
        return role ? [{ id: _id, name, role }] : []
      }),
    }
  },
})
