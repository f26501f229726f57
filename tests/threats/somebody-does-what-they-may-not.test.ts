import type { Who } from '@domain/permissions'
import { permissions } from '@domain/services'
import type { Reply } from '@domain/kernel/failure'
import { startEstate, type Estate } from '../functions/support/estate'
import { everyAction } from '../support/every-action'
import { people, reaches, type Somebody } from './support/people'
import { makeRecords, rows, type Place, type Records } from './support/rows'

jest.setTimeout(300_000)
let estate: Estate
let records: Record<Place, Records>
beforeAll(async () => {
  estate = await startEstate()
  records = await makeRecords(estate)
})
afterAll(() => estate.stop())

const places: Place[] = ['own', 'other', 'foreign']
const allowedBy = (name: string): readonly Who[] => {
  const [fn, action] = name.split('.') as [string, string]
  return (permissions as Record<string, Record<string, readonly Who[]>>)[fn]?.[action] ?? []
}
const forMachines = (name: string): boolean =>
  allowedBy(name).every(who => who === 'timer' || who === 'function')
const call = (who: string, name: string, input: object): Promise<Reply<unknown>> => {
  const [fn, action] = name.split('.') as [string, string]
  return estate.as(who, fn as never, action as never, input)
}
const shut = (reply: Reply<unknown>): boolean =>
  !reply.ok && (reply.error.code === 'FORBIDDEN' || reply.error.code === 'NOT_BOUND')

/** Whether the permission table lets the person call it at all, and the row says that they reach the place. */
function mayReach(who: Somebody, name: string, place: Place): boolean {
  const row = rows[name]
  if (!row) return false
  const as = [...(who.home ? ['resident'] : []), ...who.posts, 'anyone'] as (keyof typeof row.reach)[]
  const open = allowedBy(name)
  const called = as.filter(
    role =>
      open.includes(role as Who) || open.includes('anyone') || (open.includes('bound') && role !== 'anyone'),
  )
  return called.some(role => reaches(who, place, row.reach[role] ?? 'nowhere'))
}

test('every action has its row, and every row its action', () => {
  const known = everyAction.map(({ name }) => name).filter(name => !forMachines(name))
  expect(Object.keys(rows).sort()).toEqual([...known].sort())
})

test.each(everyAction.filter(({ name }) => forMachines(name)))(
  '$name is for machines: nobody can call it',
  async ({ name }) => {
    const input =
      {
        'courier.deliver': { collection: 'orders', id: records.own.order },
        'courier.push': { id: records.own.push },
      }[name] ?? {}
    for (const { openid } of people)
      expect({ openid, reply: await call(openid, name, input) }).toMatchObject({
        openid,
        reply: { error: { code: 'FORBIDDEN' } },
      })
  },
)

describe.each(everyAction.filter(({ name }) => !forMachines(name)))('$name', ({ name }) => {
  const row = rows[name]
  const about = row?.guess === undefined ? places.slice(0, 1) : places

  test.each(people)('$openid', async who => {
    if (!row) throw new Error(`${name} has no row in tests/threats/rows`)
    for (const place of about) {
      const expected = mayReach(who, name, place)
      if (expected && row.spare) continue
      const reply = await call(who.openid, name, row.input(records[place]))
      expect({ place, open: !shut(reply) }).toEqual({ place, open: expected })
    }
  })

  if (row?.guess === undefined) return
  const { guess } = row
  test('unknown and forbidden are one answer, and cost the same', async () => {
    const unknown = (place: Place): object => ({
      ...row.input(records[place]),
      [guess]: 'nobody-has-this-id',
    })
    for (const who of people) {
      for (const place of places.filter(each => !mayReach(who, name, each))) {
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
