import fc from 'fast-check'
import { slotOf } from '@domain/visitor/code'
import { checkOffline, type GateKit, type OwnAdmission } from '@domain/visitor/offline'
import type { Terms } from '@domain/visitor/terms'
import { words } from '@domain/kernel/words'
import { keyOf, passId, phoneWith, seedOf, trust } from '../support/pass-phone'

const now = Date.parse('2026-11-24T02:00:10Z')
const terms: Terms = {
  kind: 'multi',
  from: now - 3_600_000,
  to: now + 3_600_000,
  uses: 2,
  party: 3,
  weekdays: [],
  hours: null,
  gates: [],
}
const guest = phoneWith(passId, terms)
type Row = GateKit['passes'][number]
const row = (more: Partial<Row> = {}): Row => ({
  id: passId,
  state: 'good',
  used: 0,
  slot: 0,
  holder: guest.holder.public,
  plate: '苏E12345',
  terms: {
    ...terms,
    uses: 2,
    weekdays: [],
    gates: [],
    from: new Date(terms.from).toISOString(),
    to: new Date(terms.to).toISOString(),
  },
  ...more,
})
const kit = (passes: Row[] = [], blockedPlates: string[] = []): GateKit => ({
  now: new Date(now).toISOString(),
  offset: 480,
  estateTag: trust.estateTag,
  keys: [...trust.keys],
  passes,
  blockedPlates,
  isComplete: true,
  gates: [
    { id: 'south', name: words('南门', 'South gate') },
    { id: 'garage', name: words('地库', 'Garage') },
  ],
})
const ask = (
  question: { payload?: string; plate?: string },
  given = kit(),
  own: OwnAdmission[] = [],
  at = now,
) => {
  const { admit, reason } = checkOffline({ gate: '南门', now: at, ...question }, given, own, trust.verify)
  return admit ? 'ADMITTED' : reason
}
const code = (at = now) => guest.show(at)
const own = (slot = 1): OwnAdmission => ({ passId, slot })

test('a pass issued after the kit was fetched is valid by its own code', () => {
  expect(checkOffline({ payload: code(), gate: '南门', now }, kit(), [], trust.verify)).toMatchObject({
    admit: true,
    party: 3,
    until: new Date(terms.to).toISOString(),
  })
})

test.each([
  ['revoked, as the kit knows', () => ask({ payload: code() }, kit([row({ state: 'revoked' })])), 'REVOKED'],
  ['blocked, as the kit knows', () => ask({ payload: code() }, kit([row({ state: 'blocked' })])), 'BLOCKED'],
  ['used up before', () => ask({ payload: code() }, kit([row({ used: 2 })])), 'USED'],
  ['used up here', () => ask({ payload: code() }, kit(), [own(), own()]), 'USED'],
  ['once before, once here', () => ask({ payload: code() }, kit([row({ used: 1 })]), [own()]), 'USED'],
  [
    'the code that has just admitted here',
    () => ask({ payload: code() }, kit(), [own(slotOf(now))]),
    'STALE_CODE',
  ],
  [
    'the code that admitted at another gate before the kit',
    () => ask({ payload: code() }, kit([row({ slot: slotOf(now) })])),
    'STALE_CODE',
  ],
  [
    'a phone that the pass has left',
    () => ask({ payload: code() }, kit([row({ holder: keyOf(seedOf(7)).public })])),
    'STALE_CODE',
  ],
  ['the picture of a minute ago', () => ask({ payload: code(now - 60_000) }), 'STALE_CODE'],
  ['past the end', () => ask({ payload: code(terms.to + 1000) }, kit(), [], terms.to + 1000), 'EXPIRED'],
  [
    'for the other gate',
    () => ask({ payload: phoneWith(passId, { ...terms, gates: [1] }).show(now) }),
    'WRONG_GATE',
  ],
  [
    'another estate’s',
    () => ask({ payload: phoneWith(passId, terms, { tag: '00000000' }).show(now) }),
    'WRONG_ESTATE',
  ],
  ['a plate nobody announced', () => ask({ plate: '苏E99999' }, kit([row()])), 'UNKNOWN'],
  ['a blocked plate', () => ask({ plate: '苏E99999' }, kit([], ['苏E99999'])), 'BLOCKED'],
  ['a plate whose pass is used up', () => ask({ plate: '苏E12345' }, kit([row({ used: 2 })])), 'USED'],
  ['an announced plate', () => ask({ plate: '苏E12345' }, kit([row()])), 'ADMITTED'],
  ['one use left', () => ask({ payload: code() }, kit([row({ used: 1 })])), 'ADMITTED'],
])('%s', (_name, answer, expected) => {
  expect(answer()).toBe(expected)
})

const partly = (passes: Row[] = [], blockedPlates: string[] = []): GateKit => ({
  ...kit(passes, blockedPlates),
  isComplete: false,
})
test.each([
  ['a code that it does not know, which may be revoked', { payload: code() }, partly(), 'UNPROVEN'],
  ['a plate that it does not know', { plate: '苏E99999' }, partly([row()]), 'UNPROVEN'],
  ['a plate that is blocked', { plate: '苏E99999' }, partly([], ['苏E99999']), 'BLOCKED'],
  ['a pass that it knows', { payload: code() }, partly([row()]), 'ADMITTED'],
  ['a pass that it knows to be revoked', { payload: code() }, partly([row({ state: 'revoked' })]), 'REVOKED'],
])('a phone whose kit is not complete, with %s', (_name, question, given, expected) => {
  expect(ask(question, given)).toBe(expected)
})

test('one phone never admits more than the pass allows, however often and in whatever order codes are shown', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1200 }), { maxLength: 12 }),
      fc.integer({ min: 0, max: 2 }),
      (seconds, used) => {
        const admitted: OwnAdmission[] = []
        for (const later of seconds) {
          const at = now + later * 1000
          const answer = checkOffline(
            { payload: code(at), gate: '南门', now: at },
            kit([row({ used })]),
            admitted,
            trust.verify,
          )
          if (answer.admit) admitted.push({ passId, slot: answer.slot })
        }
        expect(used + admitted.length).toBeLessThanOrEqual(2)
        expect(new Set(admitted.map(({ slot }) => slot)).size).toBe(admitted.length)
      },
    ),
    { numRuns: 40 },
  )
})
