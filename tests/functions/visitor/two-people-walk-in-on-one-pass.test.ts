import { startEstate, eventually, type Estate } from '../support/estate'
import { aPass, openOn } from './support'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())
afterEach(() => estate.post('/time', { offsetMs: 0 }))

const gate = '南门'
const scan = (input: object, guard = 'demo-guard') => estate.ok(guard, 'visitor', 'scan', { gate, ...input })
const inbox = async (who: string) => (await estate.ok(who, 'notice', 'inbox')).items.map(item => item.title)
const today = () => ({
  from: new Date(Date.now() - 3_600_000).toISOString(),
  to: new Date(Date.now() + 3_600_000).toISOString(),
})

test('the guest enters once, the host is notified, the log has both ways, and leaving ends the visit', async () => {
  const pass = await aPass(estate.ok)
  const phone = await openOn(estate.ok, pass)
  expect(phone.held).toMatchObject({ estate: { 'zh-CN': '天马·相城' }, state: 'active' })
  expect(JSON.stringify(phone.held)).not.toMatch(/张三|tianma-1|demo-owner|199000/)
  const code = phone.show()
  const first = await scan({ payload: code })
  expect(first).toMatchObject({ admit: true, pass: { name: '张三', party: 2, house: '1' } })
  expect(await scan({ payload: code })).toMatchObject({ admit: false, reason: 'USED' })
  // The pass is used up: the guest's phone gets neither code nor digits.
  expect(
    await estate.ok(`guest-${pass.id.slice(0, 8)}`, 'visitor', 'open', {
      token: pass.shareToken,
      key: 'ab'.repeat(32),
    }),
  ).toMatchObject({ state: 'inside', certificate: null, shortCode: '' })
  await eventually(async () => (await inbox('demo-owner')).includes('您的访客已到达'))
  expect((await estate.ok('demo-guard', 'visitor', 'inside')).items.map(entry => entry.id)).toContain(
    first.entryId,
  )
  const { entryId = '' } = first
  expect(await estate.ok('demo-guard', 'visitor', 'leave', { entryId, gate })).toMatchObject({
    leftGate: gate,
  })
  expect((await estate.ok('demo-guard', 'visitor', 'inside')).items.map(entry => entry.id)).not.toContain(
    entryId,
  )
  const log = await eventually(async () => {
    const { items } = await estate.ok('demo-guard', 'visitor', 'log', { ...today(), gate })
    return items.find(entry => entry.id === entryId)?.leftAt ? items : undefined
  })
  expect(
    log.filter(entry => entry.name === '张三').map(({ admitted, reason }) => ({ admitted, reason })),
  ).toEqual([
    { admitted: false, reason: 'USED' },
    { admitted: true, reason: null },
  ])
  expect(await estate.ok('demo-owner', 'visitor', 'get', { id: pass.id })).toMatchObject({
    state: 'used',
    used: 1,
    visits: [{ gate }],
  })
})

test('of twenty gates at once with one single-use pass one admits', async () => {
  const phone = await openOn(estate.ok, await aPass(estate.ok))
  const code = phone.show()
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      scan({ payload: code, gate: `门${n}` }, n % 2 ? 'demo-guard' : 'demo-guard-2'),
    ),
  )
  expect(answers.filter(answer => answer.admit)).toHaveLength(1)
  expect(answers.filter(answer => answer.reason === 'USED')).toHaveLength(19)
})

test('a repeated scan gives the same answer and counts once', async () => {
  const pass = await aPass(estate.ok, { kind: 'multi', uses: 3 })
  const payload = (await openOn(estate.ok, pass)).show()
  const send = () =>
    estate.with({ requestId: `scan-again-${pass.id}` }).ok('demo-guard', 'visitor', 'scan', { payload, gate })
  const answers = await Promise.all(Array.from({ length: 10 }, send))
  expect(new Set(answers.map(answer => answer.entryId)).size).toBe(1)
  expect(answers.every(answer => answer.admit)).toBe(true)
  expect(await estate.ok('demo-owner', 'visitor', 'get', { id: pass.id })).toMatchObject({ used: 1 })
})

test('a second phone, a picture, another pass of the holder: each is refused with its reason', async () => {
  const pass = await aPass(estate.ok, { kind: 'multi', uses: 5 })
  const phone = await openOn(estate.ok, pass, 'guest-first')
  expect(
    await estate.as('guest-second', 'visitor', 'open', { token: pass.shareToken, key: 'ab'.repeat(32) }),
  ).toMatchObject({ error: { code: 'CONFLICT' } })
  const shown = phone.show()
  expect(await scan({ payload: shown })).toMatchObject({ admit: true })
  expect(await scan({ payload: shown })).toMatchObject({ admit: false, reason: 'STALE_CODE' })
  expect(await scan({ payload: phone.show(Date.now() - 90_000) })).toMatchObject({
    admit: false,
    reason: 'STALE_CODE',
  })
  const newPhone = await openOn(estate.ok, pass, 'guest-first')
  expect(await scan({ payload: phone.show(Date.now() + 30_000) })).toMatchObject({
    admit: false,
    reason: 'STALE_CODE',
  })
  expect(await scan({ payload: newPhone.show(Date.now() + 30_000) })).toMatchObject({ admit: true })
})

test('a household that opens its own card does not bind it to its phone', async () => {
  const pass = await aPass(estate.ok)
  expect(
    await estate.ok('demo-family', 'visitor', 'open', { token: pass.shareToken, key: 'ab'.repeat(32) }),
  ).toMatchObject({ certificate: null })
  expect((await openOn(estate.ok, pass)).held.certificate).toMatch(/^[0-9a-f]{272}$/)
})

test('a code of another estate is refused', async () => {
  const phone = await openOn(estate.ok, await aPass(estate.ok))
  expect(await scan({ payload: phone.show() }, 'demo2-guard')).toMatchObject({
    admit: false,
    reason: 'WRONG_ESTATE',
  })
})

test('revoked, blocked, too early, wrong gate, expired', async () => {
  const [revoked, blocked, early, wrongGate] = await Promise.all([
    aPass(estate.ok),
    aPass(estate.ok, { plate: '苏E54321', kind: 'multi', uses: 9 }),
    aPass(estate.ok, {}, Date.now() + 7_200_000),
    aPass(estate.ok, { gates: ['garage'] }),
  ])
  const codeOf = async (pass: typeof revoked) => (await openOn(estate.ok, pass)).show()
  const codes = {
    revoked: await codeOf(revoked),
    blocked: await codeOf(blocked),
    early: await codeOf(early),
    wrongGate: await codeOf(wrongGate),
  }
  await estate.ok('demo-owner', 'visitor', 'revoke', { id: revoked.id })
  const { items } = await estate.ok('demo-butler', 'visitor', 'block', { plate: '苏E54321', reason: '闯岗' })
  expect(await scan({ payload: codes.revoked })).toMatchObject({ reason: 'REVOKED' })
  expect(await scan({ payload: codes.blocked })).toMatchObject({ reason: 'BLOCKED' })
  expect(await scan({ plate: '苏E54321' })).toMatchObject({ reason: 'BLOCKED' })
  expect(await scan({ payload: codes.early })).toMatchObject({ reason: 'NOT_YET', next: early.from })
  expect(await scan({ payload: codes.wrongGate })).toMatchObject({ reason: 'WRONG_GATE' })
  expect(
    await estate.as('demo-owner', 'visitor', 'create', {
      houseId: 'tianma-1',
      name: '他',
      plate: '苏E54321',
      party: 1,
      kind: 'once',
      from: new Date().toISOString(),
      to: new Date(Date.now() + 60_000).toISOString(),
    }),
  ).toMatchObject({ error: { code: 'CONFLICT' } })
  await estate.ok('demo-butler', 'visitor', 'unblock', { id: items[0]?.id })
  expect(await scan({ plate: '苏E54321' })).toMatchObject({ admit: true })
  const late = await aPass(estate.ok)
  const phone = await openOn(estate.ok, late)
  await estate.post('/time', { offsetMs: 3_700_000 })
  expect(await scan({ payload: phone.show(Date.now() + 3_700_000) })).toMatchObject({ reason: 'EXPIRED' })
})

test('six digits admit once, then change, and cannot be guessed', async () => {
  const pass = await aPass(estate.ok, { kind: 'multi', uses: 9 })
  expect(await scan({ shortCode: pass.shortCode }, 'demo-guard-2')).toMatchObject({ admit: true })
  const fresh = await estate.ok('demo-owner', 'visitor', 'get', { id: pass.id })
  expect(fresh.shortCode).toBe('')
  await estate.ok('demo-guard', 'visitor', 'leave', {
    entryId: (await estate.ok('demo-guard', 'visitor', 'inside', { limit: 50 })).items.find(entry =>
      entry.id.startsWith(pass.id),
    )?.id,
    gate,
  })
  const { shortCode } = await estate.ok('demo-owner', 'visitor', 'get', { id: pass.id })
  expect(shortCode).toMatch(/^\d{6}$/)
  expect(shortCode).not.toBe(pass.shortCode)
  expect(await estate.as('demo-guard-2', 'visitor', 'scan', { shortCode, gate })).toMatchObject({
    error: { code: 'TOO_MANY', retryAfter: expect.any(Number) as number },
  })
  expect(await scan({ shortCode: pass.shortCode }, 'demo-guard-2')).toMatchObject({
    admit: false,
    reason: 'USED',
    happened: { gate },
  })
  const wrong = '000000'
  for (let n = 0; n < 6; n++)
    expect(await scan({ shortCode: wrong }, 'demo-guard-2')).toMatchObject({
      admit: false,
      reason: 'UNKNOWN',
    })
  expect(await estate.as('demo-guard-2', 'visitor', 'scan', { shortCode: wrong, gate })).toMatchObject({
    error: { code: 'TOO_MANY' },
  })
})

test('an invalid pass is refused by its field and leaves nothing behind', async () => {
  const now = Date.now()
  const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString()
  const base = { houseId: 'tianma-1', name: '张三', party: 1, kind: 'once', from: at(0), to: at(1) }
  const before = (await estate.ok('demo-owner', 'visitor', 'list', { limit: 50 })).items.length
  for (const [more, field] of [
    [{ to: at(-1) }, 'to'],
    [{ from: at(-3), to: at(-2) }, 'to'],
    [{ to: at(24 * 8) }, 'to'],
    [{ kind: 'multi' }, 'uses'],
    [{ uses: 3 }, 'uses'],
    [{ kind: 'recurring' }, 'weekdays'],
    [{ weekdays: [1] }, 'weekdays'],
    [{ gates: ['西门'] }, 'gates'],
    [{ plate: '苏E1234I' }, 'plate'],
    [{ phone: '12345' }, 'phone'],
    [{ party: 0 }, 'party'],
    [{ name: '  ' }, 'name'],
  ] as const) {
    expect({
      more,
      reply: await estate.as('demo-owner', 'visitor', 'create', { ...base, ...more }),
    }).toMatchObject({
      more,
      reply: { error: { code: 'INVALID_INPUT', fields: { [field]: expect.any(String) as string } } },
    })
  }
  expect((await estate.ok('demo-owner', 'visitor', 'list', { limit: 50 })).items).toHaveLength(before)
})
