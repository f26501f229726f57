import { eventually, startEstate, type Estate } from '../support/estate'
import { inDays } from '../support/times'
import { allowManyCars, newPlate } from './support'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
  await allowManyCars(estate.ok)
})
afterAll(() => estate.stop())

const squatter = ['demo-owner', 'tianma-1'] as const
const owner = ['demo-owner-2', 'tianma-44-1'] as const
const ask = ([who, houseId]: readonly [string, string], plate: string) =>
  estate.as(who, 'parking', 'register', { houseId, plate, vehicle: 'car', permit: 'temporary' })
async function asked(house: readonly [string, string], plate: string): Promise<string> {
  const reply = await ask(house, plate)
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.data.id
}
const get = (who: string, id: string) => estate.ok(who, 'parking', 'get', { id })
const approve = (id: string) => estate.as('demo-butler', 'parking', 'approve', { id, until: inDays(20) })

test('an application for a plate does not keep the owner from applying; the desk sees both and grants one', async () => {
  const plate = newPlate()
  const first = await asked(squatter, plate)
  expect((await get('demo-butler', first)).alsoAsked).toBe(false)
  const second = await asked(owner, plate)
  const queue = await estate.ok('demo-butler', 'parking', 'queue', { what: 'decision' })
  for (const id of [first, second]) {
    expect((await get('demo-butler', id)).alsoAsked).toBe(true)
    expect(queue.items.find(each => each.id === id)?.alsoAsked).toBe(true)
  }
  // The household does not learn of the other.
  expect((await get(squatter[0], first)).alsoAsked).toBe(false)
  expect(await approve(second)).toMatchObject({ ok: true, data: { state: 'active' } })
  await eventually(async () => (await get(squatter[0], first)).state === 'rejected')
  expect(await approve(first)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
  expect((await get(owner[0], second)).state).toBe('active')
})

test('of two applications that are approved at once, one is granted', async () => {
  const plate = newPlate()
  const ids = [await asked(squatter, plate), await asked(owner, plate)]
  const replies = await Promise.all(ids.map(approve))
  expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'CONFLICT' } })
})

test('a plate that was granted to the wrong house is taken back by the desk and given on', async () => {
  const plate = newPlate()
  const wrong = await asked(squatter, plate)
  expect(await approve(wrong)).toMatchObject({ ok: true })
  expect(await ask(owner, plate)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
  await estate.ok('demo-butler', 'parking', 'end', { id: wrong, reason: '车主是另一户' })
  const right = await asked(owner, plate)
  expect(await approve(right)).toMatchObject({ ok: true, data: { plate, state: 'active' } })
})

test('a house asks for a plate once', async () => {
  const plate = newPlate()
  await asked(owner, plate)
  expect(await ask(owner, plate)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
})
