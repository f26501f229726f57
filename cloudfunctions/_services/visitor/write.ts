import { randomInt } from 'node:crypto'
import { estateClock } from '@domain/kernel/estate-time'
import { sortKey } from '@domain/kernel/paging'
import { words } from '@domain/kernel/words'
import { withMessages, type Audience, type Mark } from '@domain/notice/outbox'
import type { VisitorMessage } from '@domain/visitor/messages'
import { unfound, withKeys } from '@domain/visitor/keys'
import type { Pass } from '@domain/visitor/pass'
import { alarmOf } from '@domain/visitor/rules'
import { stateOf } from '@domain/visitor/states'
import { passStateWords } from '@domain/visitor/wording'
import type { SetEstate } from '../../_kit/estate'
import { newScene } from '../../_kit/scene'
import { op, type Patch } from '../../_kit/store'

/** Six random digits that a guest can say at a gate. */
export const newDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** A pass or walk-in of which only its id and its time are known. */
export const blankPass = (
  id: string,
  { estateId, now, from, to }: { estateId: string; now: Date; from: string; to: string },
): Omit<Pass, 'kind' | 'status' | 'houseId' | 'house' | 'hostId' | 'name' | 'party' | 'uses'> => ({
  ...unfound(id),
  _id: id,
  estateId,
  at: to,
  key: sortKey(now, id),
  rev: 0,
  revokedAt: null,
  revokedBy: null,
  phone: null,
  plate: null,
  note: null,
  from,
  to,
  used: 0,
  weekdays: [],
  hours: null,
  gates: [],
  shareToken: newScene('v'),
  shortCode: '',
  holder: null,
  slot: 0,
  digitsAt: null,
  visits: [],
  toLog: [],
  insideKey: null,
  starred: false,
  alarm: null,
  askedBy: null,
  lapsesAt: null,
  createdAt: now.toISOString(),
  outbox: [],
  outboxDue: false,
  marks: [],
})

interface Written {
  estate: SetEstate
  by: string
  now: Date
  mark: Mark | null
  notify?: { kind: VisitorMessage; to: Audience }[]
}

/**
 * The next version of a pass, with what it is found by, its messages, the mark of the request and the timer's
 * next alarm.
 */
export function nextPass(pass: Pass, { estate, by, now, mark, notify = [] }: Written): Pass {
  const found = withKeys(pass, now)
  const next = { ...found, alarm: alarmOf(found, estate.settings.visitor.overstayMinutes) }
  const name = pass.name || passStateWords.inside['zh-CN']
  const values = {
    no: `${pass.house} ${estateClock(now, estate.zone)}`,
    subject: words(name, name),
    // A message is about what happened to the pass; that its guest is blocked is not its news.
    state: passStateWords[stateOf(pass, now, false)]['zh-CN'],
  }
  const messages = notify.map(({ kind, to }) => ({ kind: `visitor.${kind}` as const, to }))
  return withMessages(
    next,
    messages,
    { at: now, by, values, link: `packages/visitor/pass/index?id=${pass._id}` },
    mark,
  )
}

/** What revokes many passes in one write. By its alarm the timer then derives what they are found by. */
export const revokedByRule = (now: Date): Patch<Pass> => ({
  status: 'revoked',
  revokedAt: now.toISOString(),
  revokedBy: { openid: '', as: 'rule' },
  alarm: now.toISOString(),
  rev: op.inc(1),
})

export const toHost = (pass: Pass): Audience => ({ openids: pass.hostId === '' ? [] : [pass.hostId] })
