import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { encodeBody } from '@domain/visitor/certificate'
import {
  checkCode,
  makePayload,
  readPayload,
  signCertificate,
  type Sign,
  type Verify,
} from '@domain/visitor/code'
import { fromHex, toHex } from '@domain/visitor/hex'
import type { Terms } from '@domain/visitor/terms'
import { keyOf, verifyWithNode } from '../support/pass-phone'
import vectors from '../vectors/pass-code.json'

const verifyWithNoble: Verify = (signature, message, key) => {
  try {
    return ed25519.verify(signature, message, key)
  } catch {
    return false
  }
}
const { now, passId, keyId, estateTag, estateSeed, holderSeed, estateKey, holderKey } = vectors
const byNoble =
  (seed: string): Sign =>
  message =>
    ed25519.sign(message, fromHex(seed))
const byNode = (seed: string): Sign => keyOf(fromHex(seed)).sign

test.each(
  vectors.cases.flatMap(
    known =>
      [
        ['Node', byNode, known],
        ['noble', byNoble, known],
      ] as const,
  ),
)('%s makes the known certificate and the known code', (_name, signer, known) => {
  const body = encodeBody({ keyId, estateTag, passId, terms: known.terms as Terms, holder: holderKey })
  const certificate = signCertificate(body, signer(estateSeed))
  expect(toHex(certificate)).toBe(known.certificate)
  expect(makePayload(certificate, now, signer(holderSeed))).toBe(known.payload)
})

test.each(vectors.cases)('phone and function accept the known code: $name', ({ payload, terms }) => {
  for (const verify of [verifyWithNode, verifyWithNoble]) {
    expect(
      checkCode(payload, now, { estateTag, keys: [{ id: keyId, key: estateKey }], verify }),
    ).toMatchObject({ ok: true, shown: { certificate: { passId, terms } } })
  }
})

test('phone and function agree on every broken signature', () => {
  const { bytes } = readPayload(vectors.cases[0]?.payload ?? '') ?? { bytes: new Uint8Array() }
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 511 }),
      fc.uint8Array({ minLength: 1, maxLength: 64 }),
      (bit, message) => {
        const signature = bytes.slice(72, 136)
        signature[bit >> 3] = (signature[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(verifyWithNoble(signature, message, fromHex(estateKey))).toBe(
          verifyWithNode(signature, message, fromHex(estateKey)),
        )
      },
    ),
    { numRuns: 60 },
  )
})
