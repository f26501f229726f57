import type { Reply } from '@domain/kernel/failure'
import type { Who } from '@domain/permissions'
import { newRequestId, startEstate, type Estate } from '../functions/support/estate'
import { allowedBy, everyAction, isForMachines } from '../support/every-action'
import { makeFormerPeople, mayReach, people, type Person } from './support/people'
import { functionsWithRows, makeRecords, rows, type Place, type Records, type Row } from './support/rows'

jest.setTimeout(300_000)
let estate: Estate
let records: Record<Place, Records>
beforeAll(async () => {
  estate = await startEstate()
  await makeFormerPeople(estate)
  records = await makeRecords(estate)
})
afterAll(() => estate.stop())

const places: Place[] = ['own', 'other', 'foreign']
const functionOf = (name: string): string => name.split('.')[0] ?? ''
const rowOf = (name: string): Row<Records> => {
  const row = rows[name]
  if (!row) throw new Error(`${name} has no row in tests/threats/rows/${functionOf(name)}.ts`)
  return row
}
const call = (
  who: string,
  name: string,
  input: object,
  requestId = newRequestId(),
): Promise<Reply<unknown>> => {
  const [fn = '', action] = name.split('.')
  return estate.call(fn, { action, input, requestId }, who)
}
const isShut = (reply: Reply<unknown>): boolean =>
  !reply.ok && (reply.error.code === 'FORBIDDEN' || reply.error.code === 'NOT_BOUND')

/** The table of permissions lets the person call the action, and its row says that they reach the place. */
function mayCall(who: Person, name: string, place: Place): boolean {
  const { reach } = rowOf(name)
  const allowed = allowedBy(name)
  if (who.hasAsked && allowed.includes('applicant') && Object.keys(reach).length > 0) return true
  const roles = [...(who.home ? ['resident' as const] : []), ...who.posts, 'anyone' as const]
  const isOpenTo = (role: Who): boolean =>
    allowed.includes(role) || allowed.includes('anyone') || (allowed.includes('bound') && role !== 'anyone')
  return roles.some(role => isOpenTo(role) && mayReach(who, place, reach[role] ?? 'nowhere'))
}

test.each([...new Set(everyAction.map(({ fn }) => fn))])('%s has a file of rows', fn => {
  if (!functionsWithRows.includes(fn)) throw new Error(`tests/threats/rows/${fn}.ts is missing`)
})

test('every action has its row, and every row its action', () => {
  expect(Object.keys(rows).sort()).toEqual(everyAction.map(({ name }) => name).sort())
})

test.each(everyAction.filter(({ name }) => isForMachines(name)))(
  'a person calls $name, which is for machines',
  async ({ name }) => {
    const input = rowOf(name).input(records.own)
    for (const { openid } of people)
      expect({ openid, reply: await call(openid, name, input) }).toMatchObject({
        openid,
        reply: { error: { code: 'FORBIDDEN' } },
      })
  },
)

describe.each(everyAction.filter(({ name }) => !isForMachines(name)))('$name', ({ name }) => {
  const row = rows[name]
  const about = row?.guess === undefined ? places.slice(0, 1) : places

  test.each(people)('$openid', async who => {
    const { input, spare } = rowOf(name)
    for (const place of about) {
      const expected = mayCall(who, name, place)
      if (expected && spare) continue
      const requestId = newRequestId()
      for (const time of ['first', 'again']) {
        const reply = await call(who.openid, name, input(records[place]), requestId)
        expect({ place, time, open: !isShut(reply) }).toEqual({ place, time, open: expected })
      }
    }
  })

  if (row?.guess === undefined) return
  const { guess } = row
  test('unknown and forbidden get one answer at the same cost', async () => {
    const unknown = (place: Place): object => ({
      ...row.input(records[place]),
      [guess]: 'nobody-has-this-id',
    })
    for (const who of people) {
      for (const place of places.filter(each => !mayCall(who, name, each))) {
        const cost = async (input: object) => {
          await estate.post('/stats/reset')
          const reply = await call(who.openid, name, input)
          const stats = await estate.get<Record<string, { requests: { max: number } }>>('/stats')
          return { reply, requests: stats[name]?.requests.max ?? 0 }
        }
        expect(await cost(row.input(records[place]))).toEqual(await cost(unknown(place)))
      }
    }
  })

  test('a query in the place of an id is refused', async () => {
    for (const query of [{ $ne: null }, { $gt: '' }, ['tianma-1'], { $regex: '.*' }]) {
      const reply = await call('demo-butler', name, { ...row.input(records.own), [guess]: query })
      expect(['INVALID_INPUT', 'FORBIDDEN']).toContain(reply.ok ? 'ok' : reply.error.code)
    }
  })
})
