import { contract, type FunctionName } from '@domain/contract'
import { startEstate, type Estate } from './support/estate'

jest.setTimeout(120_000)
let estate: Estate
beforeAll(async () => { estate = await startEstate() })
afterAll(() => estate.stop())

const rubbish: unknown[] = [
  null, 0, '', 'text', [], [[]], { id: { $ne: null } }, { id: '' }, { id: 'x'.repeat(10_000) }, { id: ['a'] }, { unknown: 1 }, { __proto__: null, id: 'demo' },
  { scope: 'all' }, { scope: 'mine', cursor: { $gt: '' } }, { scope: 'mine', limit: 1e9 }, { scope: 'mine', limit: 'ten' }, { id: 'abcd', technician: { $regex: '.' } },
  { place: 'house', houseId: { $exists: true }, category: 'water', urgency: 'normal', description: 'x' },
  { place: 'house', houseId: 'tianma-1', category: 'water', urgency: 'normal', description: '\u0000' },
  { place: 'house', houseId: 'tianma-1', category: 'nonsense', urgency: 'normal', description: 'x', photos: ['http://x'] },
]
const allowed = ['INVALID_INPUT', 'FORBIDDEN', 'NOT_BOUND']

const everyAction = (Object.keys(contract) as FunctionName[]).flatMap(fn => Object.keys(contract[fn]).map(action => [fn, action] as const))

test.each(everyAction)('%s.%s refuses rubbish by the field', async (fn, action) => {
  for (const input of rubbish) {
    const reply = await estate.call(fn, { action, input, requestId: 'request-fuzz' }, 'demo-butler')
    const harmless = reply.ok === true && (input === null || JSON.stringify(input) === '{}')
    if (harmless) continue
    expect([fn, action, input, reply.error?.code]).toEqual([fn, action, input, expect.stringMatching(new RegExp(allowed.join('|')))])
    if (reply.error.code === 'INVALID_INPUT') expect(Object.keys(reply.error.fields).length).toBeGreaterThan(0)
  }
})

test('an envelope that is none is refused', async () => {
  for (const data of [{}, { action: 7 }, { action: 'constructor' }, { action: '__proto__' }, { action: 'list', input: { scope: 'mine' }, requestId: 'no' }, { action: 'get', input: { id: 'abcd' }, requestId: {} }]) {
    expect(await estate.call('repair', data, 'demo-owner')).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  }
})
