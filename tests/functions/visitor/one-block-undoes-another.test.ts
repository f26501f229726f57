import { newRequestId, startEstate, type Estate } from '../support/estate'
import { aPass, openOn } from './support'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())
afterEach(() => estate.post('/faults', { rate: 0 }))

const gate = '南门'
const reason = '多次闯岗'
const block = (subject: object) => estate.ok('demo-butler', 'visitor', 'block', { ...subject, reason })
const blockIds = async (): Promise<Map<string, string>> =>
  new Map(
    (await estate.ok('demo-butler', 'visitor', 'blocked', { limit: 50 })).items.map(
      ({ id, plate }) => [plate ?? 'phone', id] as const,
    ),
  )
const unblock = async (subject: string) =>
  estate.ok('demo-butler', 'visitor', 'unblock', { id: (await blockIds()).get(subject) ?? '' })
const scan = async (plate: string): Promise<string> => {
  const { admit, reason: why } = await estate.ok('demo-guard', 'visitor', 'scan', { plate, gate })
  return admit ? 'ADMITTED' : (why ?? '')
}
const stateInKit = async (id: string) =>
  (await estate.ok('demo-guard', 'visitor', 'gateKit')).passes.find(pass => pass.id === id)?.state
const knownAs = async (plate: string) =>
  (await estate.ok('demo-guard', 'parking', 'lookup', { plate })).matches.map(({ known }) => known)

test.each([
  ['the phone first', '苏E88001', '13800000101', 'phone'],
  ['the plate first', '苏E88002', '13800000102', 'plate'],
])('blocked by phone and by plate, %s is lifted: the other still holds', async (_, plate, phone, lifted) => {
  const pass = await aPass(estate.ok, { plate, phone, kind: 'multi', uses: 5 })
  await openOn(estate.ok, pass)
  await block({ phone })
  await block({ plate })
  const [first, second] = lifted === 'phone' ? ['phone', plate] : [plate, 'phone']
  await unblock(first)
  expect(await scan(plate)).toBe('BLOCKED')
  expect(await stateInKit(pass.id)).toBe('blocked')
  expect(await knownAs(plate)).not.toContain('visitor')
  expect(await estate.ok('demo-owner', 'visitor', 'get', { id: pass.id })).toMatchObject({ state: 'blocked' })
  await unblock(second)
  expect(await stateInKit(pass.id)).toBe('good')
  expect(await knownAs(plate)).toEqual(['visitor'])
  expect(await scan(plate)).toBe('ADMITTED')
})

test.each(['error', 'timeout-after-write'])(
  'under %s a block that was answered holds, and one that was lifted is gone',
  async kind => {
    const plate = kind === 'error' ? '苏E88003' : '苏E88004'
    const pass = await aPass(estate.ok, { plate, kind: 'multi', uses: 50 })
    for (let n = 0; n < 6; n++) {
      await estate.post('/faults', { rate: 0.3, kind })
      expect(await estate.retry('demo-butler', 'visitor', 'block', { plate, reason })).toMatchObject({
        ok: true,
      })
      await estate.post('/faults', { rate: 0 })
      expect([await scan(plate), await knownAs(plate)]).toEqual(['BLOCKED', ['blocked']])
      const id = (await blockIds()).get(plate) ?? ''
      await estate.post('/faults', { rate: 0.3, kind })
      expect(await estate.retry('demo-butler', 'visitor', 'unblock', { id })).toMatchObject({ ok: true })
      await estate.post('/faults', { rate: 0 })
      expect([await scan(plate), await knownAs(plate)]).toEqual(['ADMITTED', ['visitor']])
    }
    await estate.ok('demo-owner', 'visitor', 'revoke', { id: pass.id })
  },
)

test('the first write of a block decides: whatever fails after it, the guest is refused', async () => {
  const plate = '苏E88005'
  const pass = await aPass(estate.ok, { plate, kind: 'multi', uses: 50 })
  await estate.post('/faults', { rate: 1, kind: 'error', action: 'database.modifyDocument' })
  await estate.as('demo-butler', 'visitor', 'block', { plate, reason })
  await estate.post('/faults', { rate: 0 })
  const isBlocked = (await blockIds()).has(plate)
  expect(await knownAs(plate)).toEqual([isBlocked ? 'blocked' : 'visitor'])
  expect(await estate.ok('demo-guard', 'parking', 'gate', { plate, direction: 'in', gate })).toMatchObject({
    admitted: !isBlocked,
  })
  expect(await scan(plate)).toBe(isBlocked ? 'BLOCKED' : 'ADMITTED')
  await estate.ok('demo-owner', 'visitor', 'revoke', { id: pass.id })
})

test('a block or its end sent again answers as the first time, and with another input not at all', async () => {
  const plate = '苏E88006'
  const requestId = newRequestId()
  const { as, ok } = estate.with({ requestId })
  const first = await ok('demo-butler', 'visitor', 'block', { plate, reason })
  await unblock(plate)
  expect(await ok('demo-butler', 'visitor', 'block', { plate, reason })).toEqual(first)
  expect((await blockIds()).has(plate)).toBe(false)
  expect(await as('demo-butler', 'visitor', 'block', { plate: '苏E88007', reason })).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { requestId: expect.any(String) as string } },
  })
})
