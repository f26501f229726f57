import { newRequestId, startEstate, type Estate } from '../support/estate'
import { inHours } from '../support/times'
import { newPlate } from '../parking/support'
import { aPass, openOn } from './support'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())
afterEach(async () => {
  await estate.post('/time', { offsetMs: 0 })
  await estate.post('/faults', { rate: 0 })
})

const gate = '南门'
const scan = (input: object) => estate.ok('demo-guard', 'visitor', 'scan', { gate, ...input })
const anInstant = expect.any(String) as string
const otherUse = { error: { code: 'INVALID_INPUT', fields: { requestId: anInstant } } }

test('a scan sent again, by code, digits or plate, answers as the first time and counts once', async () => {
  for (const how of ['payload', 'shortCode', 'plate'] as const) {
    const plate = newPlate()
    const pass = await aPass(estate.ok, { plate })
    const phone = await openOn(estate.ok, pass)
    const input = { gate, [how]: { payload: phone.show(), shortCode: pass.shortCode, plate }[how] }
    const requestId = newRequestId()
    const { as, ok } = estate.with({ requestId })
    const first = await ok('demo-guard', 'visitor', 'scan', input)
    expect({ how, first }).toMatchObject({ how, first: { admit: true } })
    expect({ how, again: await ok('demo-guard', 'visitor', 'scan', input) }).toEqual({ how, again: first })
    expect({ how, ...(await as('demo-guard', 'visitor', 'scan', { ...input, gate: '北门' })) }).toMatchObject(
      {
        how,
        ...otherUse,
      },
    )
    expect(await estate.ok('demo-owner', 'visitor', 'get', { id: pass.id })).toMatchObject({ used: 1 })
  }
})

test('a scan whose answer is lost after the write admits when it is sent again', async () => {
  const pass = await aPass(estate.ok)
  const { as } = estate.with({ requestId: newRequestId() })
  const send = () => as('demo-guard-2', 'visitor', 'scan', { shortCode: pass.shortCode, gate })
  await estate.post('/faults', { rate: 1, kind: 'timeout-after-write', action: 'database.modifyDocument' })
  expect(await send()).toMatchObject({ error: { code: 'UNAVAILABLE' } })
  await estate.post('/faults', { rate: 0 })
  expect(await send()).toMatchObject({ ok: true, data: { admit: true, pass: { used: 1 } } })
})

test('wrong digits sent again count as one try', async () => {
  for (let n = 0; n < 3; n++) {
    const { ok } = estate.with({ requestId: newRequestId() })
    for (let tries = 0; tries < 4; tries++)
      expect(await ok('demo-guard', 'visitor', 'scan', { shortCode: '000000', gate })).toMatchObject({
        reason: 'UNKNOWN',
      })
  }
})

test('a refusal sent again is logged once and answers the same', async () => {
  const pass = await aPass(estate.ok, { kind: 'multi', uses: 3, from: inHours(1), to: inHours(4) })
  const { as, ok } = estate.with({ requestId: newRequestId() })
  const input = { shortCode: pass.shortCode, gate }
  const first = await ok('demo-guard', 'visitor', 'scan', input)
  expect(first).toMatchObject({ admit: false, reason: 'NOT_YET' })
  expect(await ok('demo-guard', 'visitor', 'scan', input)).toEqual(first)
  expect(await as('demo-guard', 'visitor', 'scan', { ...input, gate: '北门' })).toMatchObject(otherUse)
})

test('a passage of a car sent again answers with the first one’s time; another car is refused', async () => {
  const visitors = newPlate()
  await aPass(estate.ok, { plate: visitors })
  await scan({ plate: visitors })
  for (const [plate, direction] of [
    [newPlate(), 'in'],
    [visitors, 'out'],
  ] as const) {
    const { as, ok } = estate.with({ requestId: newRequestId() })
    const send = () => ok('demo-guard', 'parking', 'gate', { plate, direction, gate })
    const first = await send()
    await estate.post('/time', { offsetMs: 120_000 })
    expect(await send()).toEqual(first)
    // A phone that lost the first answer reports the passage with its time.
    expect(
      await ok('demo-guard', 'parking', 'gate', { plate, direction, gate, at: new Date().toISOString() }),
    ).toEqual(first)
    expect(await as('demo-guard', 'parking', 'gate', { plate: newPlate(), direction, gate })).toMatchObject(
      otherUse,
    )
    await estate.post('/time', { offsetMs: 0 })
  }
})

test.each(['used', 'revoked', 'expired'] as const)(
  'a pass that is %s says so by digits, plate and code for a day, with when',
  async end => {
    const plate = newPlate()
    const pass = await aPass(estate.ok, { plate })
    const phone = await openOn(estate.ok, pass)
    if (end === 'used') {
      const { entryId } = await scan({ plate })
      await estate.ok('demo-guard', 'visitor', 'leave', { entryId, gate })
    }
    if (end === 'revoked') await estate.ok('demo-owner', 'visitor', 'revoke', { id: pass.id })
    const reason = end.toUpperCase()
    const at = end === 'expired' ? pass.to : anInstant
    for (const offsetMs of [end === 'expired' ? 2 * 3_600_000 : 0, 23 * 3_600_000]) {
      await estate.post('/time', { offsetMs })
      await estate.post('/tick')
      for (const input of [
        { shortCode: pass.shortCode },
        { plate },
        { payload: phone.show(Date.now() + offsetMs) },
      ])
        expect({ offsetMs, input, verdict: await scan(input) }).toMatchObject({
          offsetMs,
          input,
          verdict: {
            admit: false,
            reason,
            happened: { at, gate: end === 'used' ? gate : null },
            pass: { id: pass.id },
          },
        })
    }
    // Long after, the digits and the plate are nobody's.
    await estate.post('/time', { offsetMs: 30 * 86_400_000 })
    expect(await scan({ plate })).toMatchObject({ reason: 'UNKNOWN' })
  },
)

test('the newest pass of a plate answers, and one that is valid before all others', async () => {
  const plate = newPlate()
  const used = await aPass(estate.ok, { plate })
  const { entryId } = await scan({ plate })
  await estate.ok('demo-guard', 'visitor', 'leave', { entryId, gate })
  const revoked = await aPass(estate.ok, { plate })
  await estate.ok('demo-owner', 'visitor', 'revoke', { id: revoked.id })
  expect(await scan({ plate })).toMatchObject({ reason: 'REVOKED', pass: { id: revoked.id } })
  expect(await scan({ shortCode: used.shortCode })).toMatchObject({ reason: 'USED', pass: { id: used.id } })
  await aPass(estate.ok, { plate })
  expect(await scan({ plate })).toMatchObject({ admit: true })
})
