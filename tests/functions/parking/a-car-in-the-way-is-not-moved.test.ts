import { eventually, startEstate, type Estate } from '../support/estate'
import { allowManyCars, anActiveCar, newPlate, tenantsHouse } from './support'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
  await allowManyCars(estate.ok)
})
afterAll(() => estate.stop())
afterEach(() => estate.post('/time', { offsetMs: 0 }))

const titles = async (who: string) =>
  (await estate.ok(who, 'notice', 'inbox', { limit: 50 })).items.map(item => item.title)

test('a household is asked to move its car at most once in five minutes, and does not learn who asked', async () => {
  const plate = newPlate()
  const { id } = await anActiveCar(estate.ok, plate, 'demo-tenant', await tenantsHouse(estate.ok))
  await estate.ok('demo-owner-2', 'notice', 'consent', { results: { parkingNews: 'accept' } })
  const asked = await estate.ok('demo-owner-2', 'parking', 'moveCar', { plate, note: '挡住了我的车位' })
  expect(asked).toEqual({ id, told: true })
  await eventually(async () => (await titles('demo-tenant')).some(title => title.includes('挪车')))
  expect(await estate.as('demo-guard', 'parking', 'moveCar', { plate })).toMatchObject({
    error: { code: 'TOO_MANY', retryAfter: expect.any(Number) as number },
  })
  expect(await estate.ok('demo-tenant', 'parking', 'get', { id })).toMatchObject({
    move: { note: '挡住了我的车位', answer: null },
    actions: expect.arrayContaining(['answerMove']) as string[],
  })
  expect(await estate.as('demo-owner', 'parking', 'moveAsked', { id })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  await estate.ok('demo-tenant', 'parking', 'answerMove', { id, answer: 'coming5' })
  expect(await estate.ok('demo-owner-2', 'parking', 'moveAsked', { id })).toMatchObject({ answer: 'coming5' })
  await eventually(async () => (await titles('demo-owner-2')).some(title => title.includes('车主回复')))
  const disclosed = JSON.stringify([
    asked,
    await estate.ok('demo-owner-2', 'parking', 'moveAsked', { id }),
    (await estate.ok('demo-owner-2', 'notice', 'inbox', { limit: 50 })).items.filter(item =>
      item.title.includes('车主回复'),
    ),
  ])
  const { code } = (await estate.ok('demo-tenant', 'account', 'session', {})).houses[0] ?? { code: '' }
  expect(disclosed).not.toMatch(new RegExp(`${await tenantsHouse(estate.ok)}|"${code}|1990000|Alex|Sample`))
  // The notification names neither house nor space nor permit, and leads to the page with the answer.
  const [notification] = (
    await estate.get<{ page: string; data: Record<string, { value: string }> }[]>(
      '/outbox?openid=demo-owner-2',
    )
  ).slice(-1)
  expect(notification).toMatchObject({
    page: `packages/parking/move/index?id=${id}`,
    data: { character_string1: { value: '-' }, phrase3: { value: '已回复' } },
  })
  expect(
    (await estate.ok('demo-tenant', 'notice', 'inbox', { limit: 50 })).items.find(item =>
      item.title.includes('挪车'),
    )?.body,
  ).toContain('挡住了我的车位')
  await estate.post('/time', { offsetMs: 301_000 })
  expect(await estate.ok('demo-guard', 'parking', 'moveCar', { plate })).toMatchObject({ told: true })
  expect(await estate.ok('demo-guard', 'parking', 'moveCar', { plate: '鲁F55555' })).toEqual({
    id: null,
    told: false,
  })
})

test('ten requests at once to move one car notify its owner once', async () => {
  const plate = newPlate()
  await anActiveCar(estate.ok, plate, 'demo-owner-2', 'tianma-44-1')
  const before = (await titles('demo-owner-2')).filter(title => title.includes('挪车')).length
  const replies = await Promise.all(
    ['demo-owner', 'demo-tenant', 'demo-family', 'demo-guard', 'demo-guard-2']
      .flatMap(who => [who, who])
      .map(who => estate.as(who, 'parking', 'moveCar', { plate })),
  )
  expect(replies.filter(reply => reply.ok)).toHaveLength(1)
  expect(replies.filter(reply => !reply.ok && reply.error.code === 'TOO_MANY')).toHaveLength(9)
  await eventually(
    async () => (await titles('demo-owner-2')).filter(title => title.includes('挪车')).length === before + 1,
  )
})

test('the code on the windscreen leads to the car and reveals nothing about it', async () => {
  const plate = newPlate()
  const { id } = await anActiveCar(estate.ok, plate)
  const code = await estate.ok('demo-family', 'parking', 'windscreen', { id })
  expect(code.scene).not.toContain(plate)
  expect((await estate.ok('demo-owner', 'parking', 'windscreen', { id })).scene).toBe(code.scene)
  expect(await estate.ok('demo-owner-2', 'parking', 'moveCar', { scene: code.scene })).toEqual({
    id,
    told: true,
  })
  expect(await estate.as('demo-owner-2', 'parking', 'windscreen', { id })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})
