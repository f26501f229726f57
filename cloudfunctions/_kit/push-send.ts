import { randomUUID } from 'node:crypto'
import { letterText } from '@domain/notice/letters'
import type { FailReason } from '@domain/notice/kinds'
import type { Push, PushRow } from '@domain/notice/push'
import { pushRows } from './notice-records'
import { persist, sideBySide } from './persist'
import { persons, type Person } from './records'
import { op } from './store'
import { sendOnce, takeAccept } from './subscribe'

/** Sends side by side, and rows that are taken in one write. */
const atOnce = 20
/** Longer than a function can run: a row that was taken before that was broken off. */
const brokenOffMs = 2 * 60_000

/**
 * Sends the next messages that are due; false: there were none. Each row is taken by one portion before anything is sent, so that
 * a message goes out once at most; what a portion that was broken off had in hand is never sent again, because it may have arrived.
 */
export async function sendPortion(push: Push): Promise<boolean> {
  const due = await persist(() => pushRows.find({ pushId: push._id, dueAt: op.lte(new Date().toISOString()) }, { orderBy: ['dueAt', 'asc'], limit: atOnce }))
  if (due.length === 0) return false
  const mine = await take(due)
  const people = new Map((await persist(() => persons.byIds(mine.map(({ openid }) => openid)))).map(person => [person._id, person]))
  await sideBySide(mine, atOnce, row => sendRow(push, row, people.get(row.openid)))
  return true
}

/** Of the rows, those that nobody else has taken. A write whose answer was lost is looked up, not repeated by guess. */
async function take(rows: readonly PushRow[]): Promise<PushRow[]> {
  const token = randomUUID()
  const ids = rows.map(({ _id }) => _id)
  await persist(() => pushRows.change({ _id: op.in(ids), state: 'waiting' }, { state: 'taken', token, takenAt: new Date().toISOString(), dueAt: null }))
  return persist(() => pushRows.find({ _id: op.in(ids), token }, { limit: ids.length }))
}

async function sendRow(push: Push, row: PushRow, person: Person | undefined): Promise<void> {
  const { purpose } = letterText(push.letter.kind)
  if (person === undefined || purpose === undefined) return settle(row, 'gone')
  const agreed = await persist(() => takeAccept(person._id, purpose, row._id)).catch(() => null)
  // Nothing has been sent yet: whoever comes next may try. The mark keeps a second accept from being taken.
  if (agreed === null) return release(row)
  await settle(row, agreed ? await sendOnce(person, push.letter, { purpose, estateId: push.estateId, mark: row._id }) : 'noConsent')
}

async function release(row: PushRow): Promise<void> {
  await persist(() => pushRows.change({ _id: row._id, state: 'taken', token: row.token }, { state: 'waiting', token: null, takenAt: null, dueAt: new Date().toISOString() }))
}

const refusals: readonly FailReason[] = ['noConsent', 'refused']

async function settle(row: PushRow, reason: FailReason | null): Promise<void> {
  const state = reason === null ? 'sent' : refusals.includes(reason) ? 'refused' : 'failed'
  await persist(() => pushRows.change({ _id: row._id, state: 'taken', token: row.token }, { state, reason, at: new Date().toISOString() }))
}

/** What a portion that was broken off had in hand is listed as such. */
export async function settleInterrupted(push: Push): Promise<void> {
  const before = new Date(Date.now() - brokenOffMs).toISOString()
  await persist(() => pushRows.change({ pushId: push._id, state: 'taken', takenAt: op.lt(before) }, { state: 'failed', reason: 'interrupted', at: new Date().toISOString() }))
}
