import type { Binding } from '../account/binding'
import { relationWords } from '../account/wording'
import type { Complaint } from '../complaint/complaint'
import type { Thread } from '../consult/thread'
import { categoryWords as complaintWords } from '../complaint/wording'
import type { Words } from '../kernel/words'
import { words } from '../kernel/words'
import type { Registration } from '../parking/registration'
import { vehicleWords } from '../parking/wording'
import type { Order } from '../repair/order'
import { categoryWords as repairWords } from '../repair/wording'
import { insideVisit, type LogEntry, type Pass } from '../visitor/pass'
import type { TodoItem } from './contract'

const houseOf = (code: string | null): string => code ?? ''
const row = (
  kind: TodoItem['kind'],
  id: string,
  what: Words,
  more: Partial<TodoItem> & Pick<TodoItem, 'link' | 'since'>,
): TodoItem => ({ kind, id, what, about: '', house: '', dueAt: null, urgent: false, ...more })

/** The promise of a repair that runs out first; an order without one waits since it was sent. */
export function repairTodo(order: Order): TodoItem {
  const dueAt = order.clocks.flatMap(clock => (clock.metAt === null ? [clock.dueAt] : [])).sort()[0] ?? null
  return row(order.assigneeId === null ? 'assign' : 'repair', order._id, repairWords[order.category], {
    about: order.description.slice(0, 60),
    house: houseOf(order.house),
    dueAt,
    urgent: order.urgency === 'urgent',
    since: order.createdAt,
    link: `packages/repair/order/index?id=${order._id}`,
  })
}

export function complaintTodo(complaint: Complaint): TodoItem {
  const dueAt =
    complaint.clocks.flatMap(clock => (clock.metAt === null ? [clock.dueAt] : [])).sort()[0] ?? null
  return row(
    complaint.status === 'resolved' ? 'callBack' : 'complaint',
    complaint._id,
    complaintWords[complaint.category],
    {
      about: complaint.content.slice(0, 60),
      house: houseOf(complaint.house),
      dueAt,
      urgent: complaint.escalated,
      since: complaint.createdAt,
      link: `packages/complaint/complaint/index?id=${complaint._id}`,
    },
  )
}

export const bindingTodo = (tie: Binding): TodoItem =>
  row('binding', tie._id, relationWords[tie.relation], {
    about: tie.name,
    house: tie.code,
    since: tie.at,
    link: 'packages/register/people/index',
  })

/** Somebody at the gate whom the household has not answered: the desk decides, and they are standing there. */
export const walkInTodo = (pass: Pass): TodoItem =>
  row('walkIn', pass._id, words('门口访客', 'At the gate'), {
    about: pass.name,
    house: pass.house,
    dueAt: pass.lapsesAt,
    urgent: true,
    since: pass.createdAt,
    link: `packages/visitor/pass/index?id=${pass._id}`,
  })

export const overstayTodo = (pass: Pass): TodoItem =>
  row('overstay', pass._id, words('访客超时', 'Stayed too long'), {
    about: pass.name,
    house: pass.house,
    dueAt: insideVisit(pass)?.until ?? null,
    since: insideVisit(pass)?.at ?? pass.createdAt,
    link: 'packages/visitor/log/index',
  })

export const conflictTodo = (entry: LogEntry): TodoItem =>
  row('conflict', entry._id, words('离线冲突', 'Offline clash'), {
    about: entry.name || (entry.plate ?? ''),
    house: entry.house,
    since: entry.at,
    link: 'packages/visitor/log/index',
  })

/** An application or a renewal that the desk has to decide. */
export const vehicleTodo = (registration: Registration): TodoItem =>
  row('vehicle', registration._id, vehicleWords[registration.vehicle], {
    about: registration.plate ?? registration.note ?? '',
    house: registration.house,
    since: registration.renewal?.at ?? registration.createdAt,
    link: `packages/parking/vehicle/index?id=${registration._id}`,
  })

/** A house that asks and has had no answer. */
export const consultTodo = (thread: Thread): TodoItem =>
  row('consult', thread._id, words('咨询', 'Question'), {
    about: thread.lastText,
    house: thread.house,
    dueAt: thread.answerBy,
    since: thread.waitKey?.slice(0, 24) ?? thread.lastAt,
    link: `packages/consult/thread/index?house=${thread._id}`,
  })

/** Most urgent first: what is late, then what is urgent, then what is due soonest, then what has waited longest. */
export function byUrgency(now: Date): (a: TodoItem, b: TodoItem) => number {
  const isLate = ({ dueAt }: TodoItem): number => Number(dueAt !== null && dueAt < now.toISOString())
  return (a, b) =>
    isLate(b) - isLate(a) ||
    Number(b.urgent) - Number(a.urgent) ||
    (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') ||
    a.since.localeCompare(b.since)
}
