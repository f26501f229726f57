import { randomUUID } from 'node:crypto'
import type { FailReason } from '@domain/notice/kinds'
import type { Purpose } from '@domain/notice/purposes'
import type { Push, PushRow } from '@domain/notice/push'
import { messageText } from '@domain/notice/render-message'
import { eachLimited } from '../_kit/concurrency'
import type { Person } from '../_kit/records'
import { retry } from '../_kit/retry'
import { op } from '../_kit/store'
import { pushRows } from './records'
import { sendOnce, takeAccepts } from './subscribe'

/** People in one portion, who are notified concurrently. */
const atOnce = 20
/** Longer than a function can run: a row that was taken earlier belongs to an interrupted portion. */
const interruptedMs = 2 * 60_000

/**
 * Sends the next messages that are due. Each row is taken by one portion before anything is sent, so that a
 * message goes out at most once. The rows of an interrupted portion are never sent again, because their
 * messages may have arrived.
 * @returns false when none was due
 */
export async function sendPortion(push: Push): Promise<boolean> {
  const due = await retry(() =>
    pushRows.find(
      { pushId: push._id, dueAt: op.lte(new Date().toISOString()) },
      { orderBy: ['dueAt', 'asc'], limit: atOnce },
    ),
  )
  if (due.length === 0) return false
  const mine = await take(due)
  const { purpose } = messageText(push.message.kind)
  const people =
    purpose === undefined ? new Map<string, Person>() : await takeAcceptsFor(mine, purpose, push._id)
  if (people === null) await release(mine)
  else await saveOutcomes(mine, await sendAll(push, mine, people))
  return true
}

/**
 * Takes those of the rows that no other portion has taken. The token finds them again when the answer of the
 * write was lost.
 */
async function take(rows: readonly PushRow[]): Promise<PushRow[]> {
  const token = randomUUID()
  const ids = rows.map(({ _id }) => _id)
  await retry(() =>
    pushRows.change(
      { _id: op.in(ids), state: 'waiting' },
      { state: 'taken', token, takenAt: new Date().toISOString(), dueAt: null },
    ),
  )
  return retry(() => pushRows.find({ _id: op.in(ids), token }, { limit: ids.length }))
}

/**
 * Takes an accept from each person and returns the people as they are then. Null: the database did not
 * answer, and nothing has been sent yet.
 */
const takeAcceptsFor = (
  rows: readonly PushRow[],
  purpose: Purpose,
  mark: string,
): Promise<Map<string, Person> | null> =>
  retry(() =>
    takeAccepts(
      rows.map(({ openid }) => openid),
      purpose,
      mark,
    ),
  ).catch(() => null)

/**
 * Gives back rows of which nothing was sent, for the next portion. The mark keeps it from taking a second
 * accept.
 */
async function release(rows: readonly PushRow[]): Promise<void> {
  await retry(() =>
    pushRows.change(
      { _id: op.in(rows.map(({ _id }) => _id)), state: 'taken' },
      { state: 'waiting', token: null, takenAt: null, dueAt: new Date().toISOString() },
    ),
  )
}

type Outcome = FailReason | 'sent'

async function sendAll(
  push: Push,
  rows: readonly PushRow[],
  people: Map<string, Person>,
): Promise<Map<string, Outcome>> {
  const { purpose } = messageText(push.message.kind)
  const outcomes = new Map<string, Outcome>()
  await eachLimited(rows, atOnce, async ({ _id, openid }) => {
    const person = people.get(openid)
    if (person === undefined || purpose === undefined) outcomes.set(_id, 'gone')
    else if (!person.marks.includes(push._id)) outcomes.set(_id, 'noConsent')
    else
      outcomes.set(
        _id,
        (await sendOnce(person, push.message, { purpose, estateId: push.estateId, mark: push._id })) ??
          'sent',
      )
  })
  return outcomes
}

const refusals: readonly Outcome[] = ['noConsent', 'refused']

function toState(outcome: Outcome): PushRow['state'] {
  if (outcome === 'sent') return 'sent'
  return refusals.includes(outcome) ? 'refused' : 'failed'
}

/** Saves the outcomes, with one write for all rows that have the same. */
async function saveOutcomes(rows: readonly PushRow[], outcomes: Map<string, Outcome>): Promise<void> {
  const at = new Date().toISOString()
  for (const outcome of new Set(outcomes.values())) {
    const ids = rows.filter(({ _id }) => outcomes.get(_id) === outcome).map(({ _id }) => _id)
    const state = toState(outcome)
    await retry(() =>
      pushRows.change(
        { _id: op.in(ids), state: 'taken' },
        { state, reason: outcome === 'sent' ? null : outcome, at },
      ),
    )
  }
}

/** Marks the rows that an interrupted portion had taken as failed. */
export async function failInterrupted(push: Push): Promise<void> {
  const before = new Date(Date.now() - interruptedMs).toISOString()
  await retry(() =>
    pushRows.change(
      { pushId: push._id, state: 'taken', takenAt: op.lt(before) },
      { state: 'failed', reason: 'interrupted', at: new Date().toISOString() },
    ),
  )
}
