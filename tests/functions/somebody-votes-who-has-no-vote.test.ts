import { inHours } from './support/event'
import { startEstate, type Estate } from './support/estate'

jest.setTimeout(120_000)
let estate: Estate
beforeAll(async () => { estate = await startEstate() })
afterAll(() => estate?.stop())

const ask = (more: object) => estate.ok('demo-butler', 'survey', 'publish', {
  title: '满意度', body: '请打分', endsAt: inHours(48), audience: { kind: 'estate' }, unit: 'person', voters: 'everybody', anonymous: true, questions: [{ kind: 'scale', text: '对服务满意吗' }], ...more,
})

test('of the whole estate those who live there vote, and are counted; a post is no vote', async () => {
  const { id, of, open } = await ask({})
  expect({ of, open }).toEqual({ of: 494, open: [] })
  for (const who of ['demo-guard', 'demo-butler', 'demo-committee']) expect(await estate.as(who, 'survey', 'answer', { id, answers: [5] })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  for (const who of ['demo-owner', 'demo-tenant']) expect(await estate.ok(who, 'survey', 'answer', { id, answers: [5] })).toMatchObject({ voted: true, open: [] })
})

test('where a post is asked, whoever holds it votes', async () => {
  const { id, of } = await ask({ audience: { kind: 'roles', ids: ['guard'] } })
  expect(of).toBe(2)
  expect(await estate.ok('demo-guard', 'survey', 'answer', { id, answers: [4] })).toMatchObject({ voted: true })
  expect(await estate.as('demo-owner', 'survey', 'answer', { id, answers: [4] })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
})
