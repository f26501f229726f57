import { randomUUID } from 'node:crypto'
import type { Order } from '@domain/repair/order'
import type { Complaint } from '@domain/complaint/complaint'
import type { EstateEvent } from '@domain/event/event'
import { sortKey } from '@domain/kernel/paging'
import { bindings, liveKey } from '../_services/account/records'
import { authorKeys } from '../_services/complaint/author'
import { consultMessages } from '../_services/consult/records'
import { events } from '../_services/event/records'
import { noticeReads, notices, pushRows } from '../_messages/records'
import { surveys } from '../_services/survey/records'
import { complaints } from '../_services/complaint/write'
import { registrations, vehicleLog } from '../_services/parking/records'
import { audits, messages, orders } from './records'
import { blocks, gateLog, passes } from '../_services/visitor/records'
import { op, type Doc } from './store'

/**
 * Every place that holds something of a person: how to give them a copy, and how to take the person out of it.
 * What the estate must keep (that a repair was done) stays, without the person. A service that keeps something new has its row here.
 */
export interface PersonalData {
  name: string
  copy(openid: string): Promise<object[]>
  /** Takes the person out; `alias` stands for them where something must stand. Doing it again changes nothing. */
  forget(openid: string, alias: string): Promise<void>
}

/** So many of each kind are handed over; a person with more asks the office. */
const most = 500

const withoutInside = <T extends Doc>({
  outbox: _outbox,
  marks: _marks,
  ...rest
}: T & { outbox?: unknown; marks?: unknown }) => rest

const repairs: PersonalData = {
  name: 'repairs',
  copy: async openid => (await orders.find({ reporters: openid }, { limit: most })).map(withoutInside),
  async forget(openid, alias) {
    for (
      let found = await orders.find({ reporters: openid });
      found.length > 0;
      found = await orders.find({ reporters: openid })
    ) {
      for (const order of found)
        await orders.change({ _id: order._id, rev: order.rev }, withoutPerson(order, openid, alias))
    }
  },
}

const withoutPerson = (order: Order, openid: string, alias: string): Partial<Order> => ({
  rev: order.rev + 1,
  reporters: order.reporters.map(reporter => (reporter === openid ? alias : reporter)),
  ...(order.reporters[0] === openid ? { contact: { name: '', phone: '' } } : {}),
  timeline: anonymisedSteps(order.timeline, openid, alias),
})

const inbox: PersonalData = {
  name: 'messages',
  copy: openid => messages.find({ to: openid }, { orderBy: ['key', 'desc'], limit: most }),
  async forget(openid) {
    await messages.remove({ to: openid })
  },
}

const ties: PersonalData = {
  name: 'bindings',
  copy: async openid => (await bindings.find({ openid }, { limit: most })).map(withoutInside),
  async forget(openid, alias) {
    for (const binding of await bindings.find({ openid }, { limit: most })) {
      const over =
        binding.status === 'pending' || binding.status === 'active'
          ? { status: 'ended' as const, endsAt: null, needs: [] }
          : {}
      await bindings.change(
        { _id: binding._id },
        { ...over, openid: alias, liveKey: liveKey(binding._id, alias), name: '', phone: '', rev: op.inc(1) },
      )
    }
  },
}

/** The passes one has issued go with their guests; of those one has held, or let in as a guard, the person alone. */
const visitors: PersonalData = {
  name: 'visitors',
  copy: async openid => (await passes.find({ hostId: openid }, { limit: most })).map(withoutInside),
  async forget(openid, alias) {
    await passes.change(
      { hostId: openid },
      {
        hostId: alias,
        name: '',
        phone: null,
        plate: null,
        plateKey: null,
        plateSerial: null,
        note: null,
        status: 'revoked',
        revokedAt: new Date().toISOString(),
        rev: op.inc(1),
      },
    )
    await passes.change({ 'holder.openid': openid } as never, { holder: null, rev: op.inc(1) })
    await passes.change({ 'askedBy.openid': openid } as never, { 'askedBy.openid': alias } as never)
    await gateLog.change({ by: openid }, { by: alias })
    await blocks.change({ by: openid }, { by: alias })
  },
}

/** Vehicles belong to the house and stay with it; who asked, decided, or stood at the gate goes. */
const vehicles: PersonalData = {
  name: 'vehicles',
  copy: async openid => (await registrations.find({ by: openid }, { limit: most })).map(withoutInside),
  async forget(openid, alias) {
    await registrations.change({ by: openid }, { by: alias, note: null, rev: op.inc(1) })
    await registrations.change({ decidedBy: openid }, { decidedBy: alias })
    await registrations.change(
      { 'move.by': openid } as never,
      { 'move.by': alias, 'move.note': null } as never,
    )
    await vehicleLog.change({ by: openid }, { by: alias })
  },
}

/** What was said stays with the house; who said it goes. */
const consults: PersonalData = {
  name: 'consults',
  copy: async openid => (await consultMessages.find({ by: openid }, { limit: most })).map(withoutInside),
  async forget(openid, alias) {
    await consultMessages.change({ by: openid }, { by: alias, name: '', rev: op.inc(1) })
  },
}

/** A complaint stays, because the estate has to show that it was answered; who wrote it goes, the sealed envelope too. */
const grievances: PersonalData = {
  name: 'complaints',
  copy: async openid =>
    (await complaints.find({ authorKey: op.in(authorKeys(openid)) }, { limit: most })).map(withoutInside),
  async forget(openid, alias) {
    for (const found of await complaints.find({ authorKey: op.in(authorKeys(openid)) }, { limit: most }))
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
            timeline: anonymisedSteps(found.timeline, openid, alias),
          },
        )
    }
    await complaints.change(
      { aboutPerson: openid },
      { aboutPerson: alias, about: { kind: 'person', id: alias, text: '' }, rev: op.inc(1) },
    )
  },
}

const anonymisedSteps = <S extends { by: { openid: string; name: string } }>(
  steps: readonly S[],
  openid: string,
  alias: string,
): S[] =>
  steps.map(step =>
    step.by.openid === openid ? { ...step, by: { ...step.by, openid: alias, name: '' } } : step,
  )

/** A change that the figures follow: they name houses and staff. */
const recounted = ({ _id, rev }: Complaint): Pick<Complaint, 'rev' | 'changedKey'> => ({
  rev: rev + 1,
  changedKey: sortKey(new Date(), _id),
})

/** What was written without a name gets an alias of its own: the person's other records, with their house, carry the common one. */
const withoutAuthor = (complaint: Complaint, openid: string, alias: string): Partial<Complaint> => ({
  ...recounted(complaint),
  authorKey: complaint.anonymous ? newAlias() : alias,
  sealed: null,
  contact: complaint.anonymous ? null : { name: '', phone: '' },
  houseId: null,
  house: null,
  timeline: anonymisedSteps(complaint.timeline, openid, alias),
})

/** Who has signed up, come and rated stays as a number; what was written about it goes with its author. */
const sociable: PersonalData = {
  name: 'events',
  copy: async openid =>
    (await events.find({ people: openid }, { limit: most })).map(({ _id, no, title, log }) => ({
      _id,
      no,
      title,
      log: log.filter(entry => 'who' in entry && entry.who === openid),
    })),
  async forget(openid, alias) {
    for (
      let found = await events.find({ people: openid });
      found.length > 0;
      found = await events.find({ people: openid })
    ) {
      for (const event of found)
        await events.change({ _id: event._id, size: event.size }, withoutGoer(event, openid, alias))
    }
    await events.change({ by: openid }, { by: alias })
  },
}

const withoutGoer = ({ people, log }: EstateEvent, openid: string, alias: string): Partial<EstateEvent> => ({
  people: people.map(each => (each === openid ? alias : each)),
  log: log.map(entry =>
    'who' in entry && entry.who === openid
      ? { ...entry, who: alias, ...('comment' in entry ? { comment: null } : {}) }
      : entry,
  ),
})

/** What was said with a name; how an anonymous vote was cast is kept nowhere. */
const opinions: PersonalData = {
  name: 'surveys',
  copy: async openid =>
    (await surveys.find({ 'ballots.who': openid } as never, { limit: most })).map(
      ({ _id, no, title, ballots }) => ({
        _id,
        no,
        title,
        ballots: ballots.filter(({ who }) => who === openid),
      }),
    ),
  async forget(openid, alias) {
    for (const survey of await surveys.find({ 'ballots.who': openid } as never, { limit: most })) {
      await surveys.change(
        { _id: survey._id, size: survey.size ?? 0 },
        {
          ballots: survey.ballots.map(ballot =>
            ballot.who === openid ? { ...ballot, who: alias, name: '' } : ballot,
          ),
        },
      )
    }
    await surveys.change({ by: openid }, { by: alias })
  },
}

/** That one was told, and has read, goes; what one has written for all stays without one. */
const announcements: PersonalData = {
  name: 'announcements',
  copy: async openid => [
    ...(await pushRows.find({ openid }, { limit: most })),
    ...(await noticeReads.find({ reader: openid }, { limit: most })),
  ],
  async forget(openid, alias) {
    await pushRows.remove({ openid })
    await noticeReads.remove({ reader: openid })
    await notices.change({ by: openid }, { by: alias })
  },
}

/** The audit keeps the deed; whose it was, and to whom it was done, goes with the person. */
const deeds: PersonalData = {
  name: 'audit',
  copy: openid => audits.find({ by: openid }, { limit: most }),
  async forget(openid, alias) {
    await audits.change({ by: openid }, { by: alias })
    await audits.change({ record: openid }, { record: alias })
  },
}

export const personalData: readonly PersonalData[] = [
  repairs,
  visitors,
  vehicles,
  consults,
  grievances,
  sociable,
  opinions,
  announcements,
  ties,
  inbox,
  deeds,
]

export const newAlias = (): string => `erased-${randomUUID()}`
