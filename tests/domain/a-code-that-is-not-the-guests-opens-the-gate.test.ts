import fc from 'fast-check'
import { fromBase45, toBase45 } from '@domain/visitor/base45'
import { checkCode, readPayload, untilNextSlot } from '@domain/visitor/code'
import { kinds, type Terms } from '@domain/visitor/terms'
import { estateKeyId, keyOf, passId, phoneWith, seedOf, trust } from '../support/pass-phone'

const now = Date.parse('2026-11-24T02:00:10Z')
const terms: Terms = {
  kind: 'once',
  from: now - 3_600_000,
  to: now + 3_600_000,
  uses: 1,
  party: 2,
  weekdays: [],
  hours: null,
  gates: [],
}
const guest = phoneWith(passId, terms)
const reasonOf = (payload: string, at = now) => {
  const read = checkCode(payload, at, trust)
  return read.ok ? 'ADMITTED' : read.reason
}
const edited = (payload: string, at: number, flip = 1): string => {
  const bytes = fromBase45(payload) as Uint8Array
  bytes[at] = (bytes[at] as number) ^ flip
  return toBase45(bytes)
}

test('the guest with the pass is admitted, and the content of the code is read unchanged', () => {
  const read = checkCode(guest.show(now), now, trust)
  expect(read).toMatchObject({ ok: true, shown: { certificate: { passId, terms, keyId: estateKeyId } } })
})

const minutes = (n: number): number => now + n * 60_000
const other = phoneWith('ffeeddccbbaa99887766554433221100', terms, { holder: keyOf(seedOf(3)) })
const swapped = (): string => {
  const mine = fromBase45(guest.show(now)) as Uint8Array
  const theirs = fromBase45(other.show(now)) as Uint8Array
  mine.set(theirs.slice(0, 136), 0)
  return toBase45(mine)
}
test.each([
  ['a picture of a minute ago', () => guest.show(now - 60_000), 'STALE_CODE'],
  ['a code made on a phone five minutes ahead', () => guest.show(minutes(5)), 'STALE_CODE'],
  ['a code made on a phone five minutes behind', () => guest.show(minutes(-5)), 'STALE_CODE'],
  ['another pass’s certificate in front of one’s own signature', swapped, 'FORGED'],
  [
    'a certificate that another estate signed in our name',
    () => phoneWith(passId, terms, { estate: keyOf(seedOf(9)) }).show(now),
    'FORGED',
  ],
  ['a code of another estate', () => phoneWith(passId, terms, { tag: '00000000' }).show(now), 'WRONG_ESTATE'],
  [
    'a key that the estate has put away',
    () => phoneWith(passId, terms, { keyId: estateKeyId - 4 }).show(now),
    'FORGED',
  ],
  ['a later end written in', () => edited(guest.show(now), 33), 'FORGED'],
  ['more uses written in', () => edited(guest.show(now), 24, 8), 'FORGED'],
  ['another slot written in', () => edited(guest.show(now - 60_000), 139, 2), 'FORGED'],
  ['another holder written in', () => edited(guest.show(now), 45), 'FORGED'],
  ['a web address', () => 'HTTPS://EXAMPLE.COM', 'UNKNOWN'],
  ['nothing', () => '', 'UNKNOWN'],
  ['another version', () => edited(guest.show(now), 0, 3), 'UNKNOWN'],
])('%s is refused as %s', (_name, payload, reason) => {
  expect(reasonOf(payload())).toBe(reason)
})

test('a picture is worthless a minute later, whenever it was taken', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 29_999 }), later => {
      const taken = now - (now % 30_000) + later
      expect(reasonOf(guest.show(taken), taken)).toBe('ADMITTED')
      expect(reasonOf(guest.show(taken), taken + 60_000)).toBe('STALE_CODE')
      expect(reasonOf(guest.show(taken), taken + untilNextSlot(taken) - 1)).toBe('ADMITTED')
    }),
  )
})

test('no change of any bit of a code is admitted', () => {
  const bits = (fromBase45(guest.show(now)) as Uint8Array).length * 8
  for (let bit = 0; bit < bits; bit++)
    expect(reasonOf(edited(guest.show(now), bit >> 3, 1 << (bit & 7)))).not.toBe('ADMITTED')
})

const anyTerms: fc.Arbitrary<Terms> = fc.record({
  kind: fc.constantFrom(...kinds),
  from: fc.integer({ min: 1, max: 4_000_000 }).map(s => s * 1000),
  to: fc.integer({ min: 1, max: 4_000_000 }).map(s => s * 1000),
  uses: fc.integer({ min: 0, max: 100 }),
  party: fc.integer({ min: 1, max: 50 }),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })).map(days => days.sort()),
  hours: fc.option(
    fc.record({ from: fc.integer({ min: 0, max: 1440 }), to: fc.integer({ min: 0, max: 1440 }) }),
  ),
  gates: fc.uniqueArray(fc.integer({ min: 0, max: 7 })).map(gates => gates.sort()),
})
const anyId = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(bytes => Buffer.from(bytes).toString('hex'))

test('any pass is read back from the picture, and 306 characters are enough', () => {
  fc.assert(
    fc.property(anyTerms, anyId, (some, id) => {
      const payload = phoneWith(id, some).show(now)
      expect(payload).toHaveLength(306)
      expect(readPayload(payload)?.certificate).toMatchObject({ passId: id, terms: some })
    }),
  )
})

test('base45 is RFC 9285’s, both ways', () => {
  const vectors = { AB: 'BB8', 'Hello!!': '%69 VD92EX0', 'base-45': 'UJCLQE7W581', 'ietf!': 'QED8WEX0' }
  for (const [plain, coded] of Object.entries(vectors)) {
    expect(toBase45(Buffer.from(plain))).toBe(coded)
    expect(Buffer.from(fromBase45(coded) as Uint8Array).toString()).toBe(plain)
  }
  for (const bad of ['GGW', 'a', 'A', '::::', ':::']) expect(fromBase45(bad)).toBeNull()
})
