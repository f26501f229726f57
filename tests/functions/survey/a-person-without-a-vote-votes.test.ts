import { inHours } from '../support/times'
import { startEstate, type Estate } from '../support/estate'

jest.setTimeout(120_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate?.stop())

const ask = (more: object) =>
  estate.ok('demo-butler', 'survey', 'publish', {
    title: '满意度',
    body: '请打分',
    endsAt: inHours(48),
    audience: { kind: 'estate' },
    unit: 'person',
    voters: 'everybody',
    anonymous: true,
    questions: [{ kind: 'scale', text: '对服务满意吗' }],
    ...more,
  })

test('in a survey of the whole estate those who live there vote and are counted; a post gives no vote', async () => {
  const { id, of, open } = await ask({})
  expect({ of, open }).toEqual({ of: 494, open: [] })
  for (const who of ['demo-guard', 'demo-butler', 'demo-committee'])
    expect(await estate.as(who, 'survey', 'answer', { id, answers: [5] })).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN' },
    })
  for (const who of ['demo-owner', 'demo-tenant'])
    expect(await estate.ok(who, 'survey', 'answer', { id, answers: [5] })).toMatchObject({
      voted: true,
      open: [],
    })
})

test('where a post is asked, its holder votes', async () => {
  const { id, of } = await ask({ audience: { kind: 'roles', ids: ['guard'] } })
  expect(of).toBe(2)
  expect(await estate.ok('demo-guard', 'survey', 'answer', { id, answers: [4] })).toMatchObject({
    voted: true,
  })
  expect(await estate.as('demo-owner', 'survey', 'answer', { id, answers: [4] })).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  })
})

test('a house named three times has one vote; a survey without voters, or with an option twice, is refused', async () => {
  expect(
    (await ask({ unit: 'house', audience: { kind: 'houses', ids: ['tianma-1', 'tianma-1', 'tianma-1'] } }))
      .of,
  ).toBe(1)
  const listed = async (): Promise<number> =>
    (await estate.ok('demo-butler', 'survey', 'list', { when: 'open', limit: 50 })).items.length
  const before = await listed()
  const refused = async (more: object) => {
    const reply = await estate.as('demo-butler', 'survey', 'publish', {
      title: '满意度',
      body: '请打分',
      endsAt: inHours(48),
      audience: { kind: 'estate' },
      unit: 'person',
      voters: 'everybody',
      anonymous: true,
      questions: [{ kind: 'scale', text: '满意吗' }],
      ...more,
    })
    return reply.ok ? 'ok' : Object.keys(reply.error.fields ?? { [reply.error.code]: '' })
  }
  const choice = (more: object) => ({
    questions: [{ kind: 'single', text: '同意吗', options: ['a', 'b'], ...more }],
  })
  expect(await refused({ audience: { kind: 'roles', ids: ['guard'] }, voters: 'owners' })).toEqual(['voters'])
  expect(await refused(choice({ options: ['a', 'a'] }))).toEqual(['questions.0.options.1'])
  expect(await refused(choice({ optionsEn: ['a', 'a'] }))).toEqual(['questions.0.optionsEn.1'])
  const bad = '违规测试'
  for (const more of [
    { titleEn: bad },
    { bodyEn: bad },
    choice({ textEn: bad }),
    choice({ options: ['a', bad] }),
    choice({ optionsEn: ['a', bad] }),
  ])
    expect(await refused(more)).toEqual(['UNSAFE_CONTENT'])
  expect(await listed()).toBe(before)
})
