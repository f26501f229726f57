import { eventually, startEstate, type Estate } from '../support/estate'

jest.setTimeout(120_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate?.stop())

test('the reach that is shown before a push is what the push then finds; both leave out the butler who sends it', async () => {
  for (const who of ['demo-owner', 'demo-guard', 'demo-butler'])
    await estate.ok(who, 'notice', 'consent', { results: { estateNotice: 'accept' } })
  const audience = { kind: 'estate' }
  const { people, reachable } = await estate.ok('demo-butler', 'notice', 'reach', { audience })
  expect(reachable).toBe(2)
  const { pushId } = await estate.ok('demo-butler', 'notice', 'publish', {
    title: '停水',
    body: '明天停水',
    audience,
    push: true,
  })
  const push = await eventually(async () => {
    const reply = await estate.as('demo-butler', 'notice', 'push', { pushId: pushId ?? '' })
    return reply.ok && reply.data.done && reply.data
  })
  expect({ people: push.total, reachable: push.sent }).toEqual({ people, reachable })
})

test('a sender outside the audience is not subtracted from the reach', async () => {
  expect(
    await estate.ok('demo-butler', 'notice', 'reach', { audience: { kind: 'roles', ids: ['guard'] } }),
  ).toEqual({ people: 2, reachable: 0 })
})
