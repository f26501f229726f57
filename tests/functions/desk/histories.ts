import fc from 'fast-check'
import type { ActionName } from '@domain/contract'
import { aTap, type Estate } from '../support/estate'

type Moves<F extends 'repair' | 'complaint'> = [who: string, action: ActionName<F>, more: object][]
/** Who does what; `''` is the resident who reported it. */
const repairMoves: Moves<'repair'> = [
  ['demo-butler', 'accept', {}],
  ['demo-butler', 'assign', { technician: 'demo-technician' }],
  ['demo-technician', 'start', {}],
  ['demo-technician', 'finish', { note: '好了' }],
  ['', 'verify', { accepted: true }],
  ['', 'verify', { accepted: false, reason: '还漏' }],
  ['', 'rate', { speed: 5, quality: 2, attitude: 4 }],
  ['', 'rate', { speed: 5, quality: 5, attitude: 4 }],
  ['', 'cancel', {}],
  ['demo-technician-2', 'grab', {}],
  ['demo-technician-2', 'start', {}],
  ['demo-technician-2', 'finish', { note: '好了' }],
]
const complaintMoves: Moves<'complaint'> = [
  ['demo-butler', 'accept', {}],
  ['demo-butler', 'resolve', { outcome: '处理了' }],
  ['demo-butler-2', 'callBack', { reached: true, satisfied: 5 }],
  ['demo-butler-2', 'callBack', { reached: true, satisfied: 1 }],
  ['demo-butler-2', 'callBack', { reached: false }],
  ['demo-manager', 'resolve', { outcome: '经理处理了' }],
  ['', 'answer', { satisfied: 3 }],
  ['', 'reopen', { reason: '又来了' }],
  ['demo-butler', 'invalidate', { reason: '不成立' }],
  ['', 'withdraw', {}],
  ['demo-butler-2', 'accept', {}],
  ['demo-butler-2', 'resolve', { outcome: '处理了' }],
]

/** Courses that reach an end, as numbers of moves; random moves are put between. */
const courses = {
  repair: [
    [0, 1, 2, 3, 4, 7],
    [1, 2, 3, 5, 2, 3, 4, 6],
    [0, 8],
    [9, 10, 11, 4, 7],
  ],
  complaint: [
    [0, 1, 2],
    [0, 1, 3, 5, 6],
    [0, 1, 7, 1, 2],
    [0, 8],
    [9],
    [0, 1, 4],
    [10, 11, 6],
    [0, 1, 3, 5, 2, 7, 5],
  ],
}
const residents: [openid: string, houseId: string][] = [
  ['demo-owner', 'tianma-1'],
  ['demo-owner-2', 'tianma-44-1'],
  ['demo-tenant', 'tianma-35-2'],
]

/** One repair or complaint, with its course and the hours between its steps. */
export const history = fc.record({
  kind: fc.constantFrom('repair' as const, 'complaint' as const),
  course: fc.nat(7),
  between: fc.array(fc.tuple(fc.nat(8), fc.nat(11)), { maxLength: 4 }),
  hours: fc.array(fc.constantFrom(0, 0, 1, 5, 26, 75), { minLength: 12, maxLength: 12 }),
  resident: fc.constantFrom(...residents),
  urgent: fc.boolean(),
  category: fc.nat(2),
  anonymous: fc.boolean(),
  about: fc.constantFrom(null, null, 'demo-technician', 'demo-manager'),
})
export type History = typeof history extends fc.Arbitrary<infer T> ? T : never

/** The functions' clock, in ms ahead of the real one. */
export interface Clock {
  offsetMs: number
}

/** Makes one record and takes its steps. Time passes between them, and the timer runs after every second. */
export async function live(estate: Estate, clock: Clock, story: History): Promise<void> {
  const {
    kind,
    course,
    between,
    hours,
    resident: [who, houseId],
    urgent,
    category,
    anonymous,
    about,
  } = story
  const repair = kind === 'repair'
  const { id } = repair
    ? await estate.ok(who, 'repair', 'create', {
        ...aTap,
        houseId,
        urgency: urgent ? 'urgent' : 'normal',
        category: ['water', 'lock', 'electric'][category],
      })
    : await estate.ok(who, 'complaint', 'submit', {
        category: ['noise', 'parking', 'person'][category],
        content: '夜里施工',
        houseId,
        anonymous,
        ...(about ? { about: { kind: 'person', id: about } } : {}),
      })
  const moves = [...(courses[kind][course % courses[kind].length] as number[])]
  for (const [at, move] of between) moves.splice(at, 0, move)
  for (const [n, move] of moves.entries()) {
    clock.offsetMs += (hours[n % hours.length] ?? 0) * 3_600_000
    await estate.post('/time', { offsetMs: clock.offsetMs })
    // A refused step changes nothing; the order of moves is random on purpose.
    const [by, action, more] = (repair ? repairMoves : complaintMoves)[move] as Moves<'repair'>[number]
    await estate.as(by || who, kind as 'repair', action, { id, ...more })
    if (n % 2 === 0) await estate.post('/tick')
  }
}
