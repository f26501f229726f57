import { randomInt } from 'node:crypto'
import { estateClock } from '@domain/kernel/estate-time'
import { serialOf } from '@domain/kernel/plate'
import { words } from '@domain/kernel/words'
import { withMessages, type Audience, type Mark } from '@domain/notice/outbox'
import type { VisitorMessage } from '@domain/visitor/messages'
import type { Pass } from '@domain/visitor/pass'
import { alarmOf } from '@domain/visitor/rules'
import { stateOf } from '@domain/visitor/states'
import { passStateWords } from '@domain/visitor/wording'
import type { SetEstate } from '../../_kit/estate'

/** Six random digits that a guest can say at a gate. */
export const newDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0')

interface Written {
  estate: SetEstate
  by: string
  now: Date
  mark: Mark | null
  notify?: { kind: VisitorMessage; to: Audience }[]
}

/** The next version of a pass, with its messages, the mark of the request and the timer's next alarm. */
export function nextPass(pass: Pass, { estate, by, now, mark, notify = [] }: Written): Pass {
  const next = {
    ...pass,
    plateSerial: pass.plateKey && serialOf(pass.plateKey),
    alarm: alarmOf(pass, estate.settings.visitor.overstayMinutes),
  }
  const name = pass.name || passStateWords.inside['zh-CN']
  const values = {
    no: `${pass.house} ${estateClock(now, estate.zone)}`,
    subject: words(name, name),
    state: passStateWords[stateOf(pass, now)]['zh-CN'],
  }
  const messages = notify.map(({ kind, to }) => ({ kind: `visitor.${kind}` as const, to }))
  return withMessages(
    next,
    messages,
    { at: now, by, values, link: `packages/visitor/pass/index?id=${pass._id}` },
    mark,
  )
}

export const toHost = (pass: Pass): Audience => ({ openids: pass.hostId === '' ? [] : [pass.hostId] })
