import fc from 'fast-check'
import { fromBase45, toBase45 } from '@domain/visitor/base45'
import { checkCode, slotMs } from '@domain/visitor/code'
import type { Terms } from '@domain/visitor/terms'
import { keyOf, passId, phoneWith, seedOf, trust } from '../support/pass-phone'

const now = Date.parse('2026-11-24T02:00:10Z')
const terms: Terms = {
  kind: 'multi',
  from: now - 3_600_000,
  to: now + 3_600_000,
  uses: 9,
  party: 2,
  weekdays: [],
  hours: null,
  gates: [],
}
const slots = Array.from({ length: 41 }, (_, n) => now + (n - 20) * slotMs)
const guests = [
  phoneWith(passId, terms),
  phoneWith('ffeeddccbbaa99887766554433221100', { ...terms, uses: 1 }, { holder: keyOf(seedOf(3)) }),
]
const codes = guests.map(guest => slots.map(at => fromBase45(guest.show(at)) as Uint8Array))
const strangers = [
  phoneWith(passId, terms, { estate: keyOf(seedOf(8)) }),
  phoneWith(passId, { ...terms, uses: 99 }, { estate: keyOf(seedOf(2)) }),
  phoneWith(passId, terms, { keyId: 1 }),
  phoneWith(passId, terms, { tag: 'ffffffff' }),
].map(each => fromBase45(each.show(now)) as Uint8Array)

const genuine = fc.tuple(fc.nat(1), fc.nat(40)).map(([guest, slot]) => codes[guest]?.[slot] as Uint8Array)
const fresh = fc
  .tuple(fc.nat(1), fc.integer({ min: 19, max: 21 }))
  .map(([guest, slot]) => codes[guest]?.[slot] as Uint8Array)
const old = fc
  .tuple(
    fc.nat(1),
    fc.nat(40).filter(slot => slot < 19 || slot > 21),
  )
  .map(([guest, slot]) => codes[guest]?.[slot] as Uint8Array)
const flipped = fc
  .tuple(fresh, fc.uniqueArray(fc.nat(204 * 8 - 1), { minLength: 1, maxLength: 4 }))
  .map(([bytes, bits]) => {
    const broken = bytes.slice()
    for (const bit of bits) broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    return broken
  })
/** The head of one code joined to the tail of another. */
const spliced = fc
  .tuple(genuine, genuine, fc.integer({ min: 1, max: 203 }))
  .map(([head, tail, at]) => Uint8Array.from([...head.slice(0, at), ...tail.slice(at)]))
const noise = fc.uint8Array({ minLength: 0, maxLength: 260 })

const isGenuine = (bytes: Uint8Array): boolean =>
  codes.some(all =>
    all
      .slice(19, 22)
      .some(code => code.length === bytes.length && code.every((byte, n) => byte === bytes[n])),
  )

test('of 10,000 attacked codes none is admitted', () => {
  let attacks = 0
  fc.assert(
    fc.property(fc.oneof(old, flipped, spliced, fc.constantFrom(...strangers), noise), bytes => {
      // Two pieces of the same fresh code are that code.
      fc.pre(!isGenuine(bytes))
      attacks++
      expect(checkCode(toBase45(bytes), now, trust).ok).toBe(false)
    }),
    { numRuns: 10_000, maxSkipsPerRun: 10 },
  )
  expect(attacks).toBe(10_000)
}, 120_000)

test('the genuine codes are admitted', () => {
  for (const all of codes)
    for (const bytes of all.slice(19, 22)) expect(checkCode(toBase45(bytes), now, trust).ok).toBe(true)
})
