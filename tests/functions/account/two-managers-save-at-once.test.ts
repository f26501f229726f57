import { newRequestId, startEstate, type Estate } from '../support/estate'

jest.setTimeout(120_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const save = (input: object, requestId = newRequestId()) =>
  estate.with({ requestId }).as('demo-manager', 'account', 'updateSettings', input)
const read = () => estate.ok('demo-manager', 'account', 'settings', {})

test('changes of different settings in the same second are all kept', async () => {
  // Several instances remember the settings as they are now.
  await Promise.all(Array.from({ length: 6 }, read))
  const before = await read()
  const changes = [
    { repair: { finishDays: 11 } },
    { repair: { verifyDays: 12 } },
    { consult: { answerMinutes: 13 } },
    { visitor: { walkInHours: 14 } },
    { phone: '0535-1234567' },
    { account: { peoplePerHouse: 15 } },
  ]
  const replies = await Promise.all(changes.map(change => save(change)))
  expect(replies.map(({ ok }) => ok)).toEqual(changes.map(() => true))
  // The instances read them anew after a minute.
  await estate.post('/time', { offsetMs: 61_000 })
  expect(await read()).toEqual({
    ...before,
    phone: '0535-1234567',
    repair: { ...before.repair, finishDays: 11, verifyDays: 12 },
    consult: { answerMinutes: 13 },
    visitor: { ...before.visitor, walkInHours: 14 },
    account: { ...before.account, peoplePerHouse: 15 },
  })
})

test('a change that is sent again changes nothing, and another change with its id is refused', async () => {
  const requestId = newRequestId()
  expect(await save({ repair: { finishDays: 21 } }, requestId)).toMatchObject({ ok: true })
  expect(await save({ repair: { finishDays: 22 } })).toMatchObject({ ok: true })
  expect(await save({ repair: { finishDays: 21 } }, requestId)).toMatchObject({
    ok: true,
    data: { repair: { finishDays: 22 } },
  })
  expect((await read()).repair.finishDays).toBe(22)
  expect(await save({ repair: { verifyDays: 5 } }, requestId)).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', fields: { requestId: expect.any(String) as string } },
  })
})
