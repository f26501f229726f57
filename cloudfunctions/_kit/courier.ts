import { sortKey } from '@domain/kernel/paging'
import { say } from '@domain/kernel/words'
import type { Order, Outgoing } from '@domain/repair/order'
import { templateId, repairProgress } from '@domain/notice/templates'
import { categoryWords } from '@domain/repair/wording'
import { messages, orders, persons, postKey, type Person } from './records'
import { checkPhotos } from './safety'
import { callFunction, op, openapi } from './store'

/** Wakes the courier for a record whose write carried messages; the timer's sweep finds what this loses. */
export function wakeCourier(id: string): void {
  callFunction('courier', { action: 'deliver', input: { id } }).catch(() => {
    console.log(JSON.stringify({ at: new Date().toISOString(), fn: 'courier', action: 'wake', code: 'LOST' }))
  })
}

/** Delivers what rides on a record, and takes it off. Doing it twice tells nobody twice. */
export async function deliver(order: Order): Promise<number> {
  let told = 0
  await checkPhotos(order)
  if (order.mergedInto !== null) await follow(order, order.mergedInto)
  for (const outgoing of order.outbox) {
    const recipients = await recipientsOf(outgoing, order)
    for (const person of recipients) if (await tell(person, outgoing, order)) told++
    await orders.change({ _id: order._id }, { outbox: op.pull({ id: outgoing.id }) })
  }
  await orders.change({ _id: order._id, outboxDue: true, outbox: [] }, { outboxDue: false })
  return told
}

/** After a merge the reporters follow the order that stays; whoever follows already is not added again. */
async function follow(order: Order, into: string): Promise<void> {
  for (const reporter of order.reporters) {
    await orders.change({ _id: into, estateId: order.estateId, reporters: op.neq(reporter) as never }, { reporters: op.push({ each: [reporter] }) })
  }
}

async function recipientsOf(outgoing: Outgoing, order: Order): Promise<Person[]> {
  const found = 'post' in outgoing.to
    ? await persons.find({ postKeys: postKey(order.estateId, outgoing.to.post) })
    : outgoing.to.openids.length === 0 ? [] : await persons.byIds(outgoing.to.openids)
  return found.filter(person => person._id !== outgoing.except)
}

/** The inbox first, then the knock on the door; false when this person had it already. */
async function tell(person: Person, outgoing: Outgoing, order: Order): Promise<boolean> {
  const added = await messages.add({
    _id: `${outgoing.id}-${person._id}`.slice(0, 64), estateId: order.estateId, to: person._id,
    key: sortKey(new Date(outgoing.at), outgoing.id), at: outgoing.at, read: false, kind: outgoing.kind,
    values: { no: order.no, category: order.category }, link: `packages/repair/order/index?id=${order._id}`,
  })
  const unread = (await messages.find({ to: person._id, read: false }, { limit: 100 })).length
  if (unread !== person.unread) await persons.change({ _id: person._id }, { unread })
  if (added) await knock(person, outgoing, order)
  return added
}

/** One accept is one message: it is taken from the ledger before the send, so that a crash costs a message, never sends two. */
async function knock(person: Person, outgoing: Outgoing, order: Order): Promise<void> {
  const template = templateId('repairProgress')
  const left = `quota.${template}`
  if ((person.quota[template] ?? 0) < 1) return
  if (!await persons.change({ _id: person._id, [left]: op.gt(0) }, { [left]: op.inc(-1) })) return
  try {
    await openapi().subscribeMessage.send({
      touser: person._id, templateId: template, page: `packages/repair/order/index?id=${order._id}`,
      data: repairProgress(order, outgoing, say(categoryWords[order.category], person.lang), person.lang),
      lang: person.lang === 'en' ? 'en_US' : 'zh_CN',
    })
  } catch (error) {
    const code = (error as { errCode?: number }).errCode
    if (code === 43101) await persons.change({ _id: person._id }, { [left]: 0 })
    console.log(JSON.stringify({ at: new Date().toISOString(), fn: 'courier', action: 'knock', code: code ?? 'FAILED' }))
  }
}
