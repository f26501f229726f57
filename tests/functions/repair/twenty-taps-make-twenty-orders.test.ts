import { aTap, newRequestId, startEstate, type Estate } from '../support/estate'

jest.setTimeout(120_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const twentyTimes = <T>(make: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 20 }, make))

test('the same request twenty times at once makes one order and gets twenty equal answers', async () => {
  const requestId = newRequestId()
  const replies = await twentyTimes(() =>
    estate.with({ requestId }).as('demo-owner-2', 'repair', 'create', { ...aTap, houseId: 'tianma-44-1' }),
  )
  expect(replies[0]).toMatchObject({ ok: true })
  for (const reply of replies) expect(reply).toEqual(replies[0])
  expect((await estate.ok('demo-owner-2', 'repair', 'list', { scope: 'mine' })).items).toHaveLength(1)
})

test('the same step twenty times at once is made once and gets twenty equal answers', async () => {
  const { id } = await estate.ok('demo-owner', 'repair', 'create', aTap)
  const requestId = newRequestId()
  const replies = await twentyTimes(() =>
    estate.with({ requestId }).as('demo-butler', 'repair', 'accept', { id }),
  )
  expect(replies[0]).toMatchObject({ ok: true, data: { status: 'accepted' } })
  for (const reply of replies) expect(reply).toEqual(replies[0])
  const { timeline } = await estate.ok('demo-owner', 'repair', 'get', { id })
  expect(timeline.map(step => step.what)).toEqual(['submitted', 'accepted'])
})
