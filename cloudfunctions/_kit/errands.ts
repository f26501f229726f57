import type { Binding } from '@domain/account/binding'
import type { OutboxCollection } from '@domain/clock/contract'
import type { OutboxRecord } from '@domain/notice/outbox'
import type { Complaint } from '@domain/complaint/complaint'
import type { Order } from '@domain/repair/order'
import type { Pass } from '@domain/visitor/pass'
import type { StoredConsult } from '@domain/consult/thread'
import type { EstateEvent } from '@domain/event/event'
import type { Notice } from '@domain/notice/notice'
import type { Survey } from '@domain/survey/survey'
import { settleThread } from '../_services/consult/records'
import { settleEvent } from '../_services/event/after-write'
import { orders } from './records'
import { settleMembership } from '../_services/account/membership'
import { settleNotice } from '../_messages/notice-row'
import { announceSurvey } from '../_services/survey/after-write'
import { logVisits } from '../_services/visitor/after-write'
import { checkPhotos } from './safety'
import { op } from './store'

/** What has to be done in the background once a record has changed, besides telling people. Each is harmless twice. */
export const errands: Partial<Record<OutboxCollection, (record: OutboxRecord) => Promise<void>>> = {
  orders: record => afterOrder(record as Order),
  bindings: record => settleMembership(record as Binding),
  complaints: record => afterComplaint(record as Complaint),
  consult_messages: record => afterConsult(record as StoredConsult),
  visitor_passes: record => logVisits(record as Pass),
  notices: record => afterNotice(record as Notice),
  events: record => settleEvent(record as EstateEvent),
  surveys: record => announceSurvey(record as Survey),
}

const bringsPhotos = ['repair.submitted', 'repair.finished']

async function afterOrder(order: Order): Promise<void> {
  if (order.outbox.some(({ kind }) => bringsPhotos.includes(kind)))
    await checkPhotos('orders', order._id, order.unchecked, order.reporters[0] ?? '')
  if (order.mergedInto !== null) await follow(order, order.mergedInto)
}

/** The photos of a named complaint, and of whoever answered it. */
async function afterComplaint(complaint: Complaint): Promise<void> {
  const brings = complaint.outbox.some(
    ({ kind }) => kind === 'complaint.submitted' || kind === 'complaint.resolved',
  )
  if (brings && !complaint.anonymous)
    await checkPhotos('complaints', complaint._id, complaint.unchecked, complaint.authorKey)
}

async function afterConsult(message: StoredConsult): Promise<void> {
  await settleThread(message)
  if (message.unchecked.length)
    await checkPhotos('consult_messages', message._id, message.unchecked, message.by)
}

/** A notice brings its pictures with it, and none later. */
async function afterNotice(notice: Notice): Promise<void> {
  await settleNotice(notice, new Date())
  if (notice.rev === 0) await checkPhotos('notices', notice._id, notice.unchecked, notice.by)
}

/** After a merge the reporters follow the order that stays; whoever follows already is not added again. */
async function follow(order: Order, into: string): Promise<void> {
  for (const reporter of order.reporters) {
    await orders.change(
      { _id: into, estateId: order.estateId, reporters: op.neq(reporter) as never },
      { reporters: op.push({ each: [reporter] }) },
    )
  }
}
